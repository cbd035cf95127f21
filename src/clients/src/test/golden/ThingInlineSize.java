package io.contactbridge.client.torture.model;

import com.squareup.moshi.JsonClass;
import io.contactbridge.client.OpenEnum;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The schema {@code Thing_inline_size} of the specification. */
@NullMarked
@JsonClass(generateAdapter = true, generator = "contactbridge")
public final class ThingInlineSize extends OpenEnum {
  public static final ThingInlineSize SMALL = new ThingInlineSize("small");

  public static final ThingInlineSize X_LARGE = new ThingInlineSize("X-Large");

  public static final ThingInlineSize _7 = new ThingInlineSize("7");

  public static final ThingInlineSize A_B = new ThingInlineSize("a b");

  public static final ThingInlineSize EMPTY = new ThingInlineSize("");

  private static final Set<String> KNOWN = Set.of("small", "X-Large", "7", "a b", "");

  private ThingInlineSize(String value) {
    super(value);
  }

  public static ThingInlineSize of(String value) {
    return new ThingInlineSize(value);
  }

  @Override
  protected Set<String> known() {
    return KNOWN;
  }
}
