package io.contactbridge.client.torture.model;

import com.squareup.moshi.JsonClass;
import io.contactbridge.client.OpenEnum;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** A colour that paint is sold in. */
@NullMarked
@JsonClass(generateAdapter = true, generator = "contactbridge")
public final class Colour extends OpenEnum {
  /** Like a rose. */
  public static final Colour RED = new Colour("red");

  /** Like the sea. */
  public static final Colour DARK_BLUE = new Colour("dark-blue");

  /** Like grass. */
  public static final Colour GREEN = new Colour("GREEN");

  /** A keyword. */
  public static final Colour PROPERTY_CLASS = new Colour("class");

  private static final Set<String> KNOWN = Set.of("red", "dark-blue", "GREEN", "class");

  private Colour(String value) {
    super(value);
  }

  public static Colour of(String value) {
    return new Colour(value);
  }

  @Override
  protected Set<String> known() {
    return KNOWN;
  }
}
