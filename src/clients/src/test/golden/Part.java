package io.contactbridge.client.torture.model;

import com.squareup.moshi.JsonClass;
import io.contactbridge.client.Kind;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import io.contactbridge.client.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A part, with names that are data. */
@NullMarked
@JsonClass(generateAdapter = true, generator = "contactbridge")
public final class Part extends Model {
  public static final Property<BigDecimal> WEIGHT = Property.of("weight", Kind.NUMBER);

  public static final Property<Thing> THING = Property.of("thing", Kind.model(() -> Thing.SCHEMA));

  static final Schema<Part> SCHEMA = Schema.of("Part", Builder::new, WEIGHT, THING).open();

  private Part(Builder builder) {
    super(builder);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** In grams. */
  public @Nullable BigDecimal weight() {
    return get(WEIGHT);
  }

  /** The property {@code thing}, of type {@link Thing}. */
  public @Nullable Thing thing() {
    return get(THING);
  }

  /** Collects the properties of a {@link Part}. */
  public static final class Builder extends Model.Builder<Part, Builder> {
    private Builder() {
      super(SCHEMA);
    }

    private Builder(Part model) {
      super(SCHEMA, model);
    }

    /** In grams. */
    public Builder weight(BigDecimal value) {
      return setValue(WEIGHT, value);
    }

    /** The property {@code thing}, of type {@link Thing}. */
    public Builder thing(Thing value) {
      return setValue(THING, value);
    }

    /**
     * Sets a value under a name of the account's own: null, a Boolean, number, String, List or Map.
     */
    public Builder put(String name, @Nullable Object value) {
      return setExtra(name, value);
    }

    @Override
    protected Part create() {
      return new Part(this);
    }
  }
}
