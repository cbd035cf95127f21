package io.contactbridge.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a specification about one property, and the observations of it. Immutable.
 *
 * <p>The class {@code <Crm>Evidence} of each generated client has the claims of its properties.
 */
public final class Claims {
  private static final Claims PAGE = new Claims(new Row());

  private final Claim known;
  private final @Nullable Claim clear;
  private final @Nullable Claim replace;
  private final @Nullable Claim keep;
  private final @Nullable Claim additional;
  private final List<Observed> observed;

  private Claims(Row row) {
    known = row.known;
    clear = row.clear;
    replace = row.replace;
    keep = row.keep;
    additional = row.additional;
    observed = List.copyOf(row.observed);
  }

  /** Returns the claim that the property exists: a request can set it, or an answer has it. */
  public Claim known() {
    return known;
  }

  /** Returns the claim that null clears the property, or empty if there is none. */
  public Optional<Claim> clear() {
    return Optional.ofNullable(clear);
  }

  /** Returns the claim that setting the property replaces everything that the contact had in it. */
  public Optional<Claim> replace() {
    return Optional.ofNullable(replace);
  }

  /**
   * Returns the claim that a request without the property leaves it alone, if its source differs
   * from that of the operation as a whole.
   */
  public Optional<Claim> keep() {
    return Optional.ofNullable(keep);
  }

  /** Returns the claim that the object may have further properties, which are the account's own. */
  public Optional<Claim> additional() {
    return Optional.ofNullable(additional);
  }

  /** Returns what was observed, in the order of the specification. */
  public List<Observed> observed() {
    return observed;
  }

  @Override
  public String toString() {
    return known.toString();
  }

  /**
   * The claims of all properties of a client. A property without an entry is on the vendor's page.
   */
  public static final class Table {
    private final Map<Property<?>, Claims> claims = new HashMap<>();

    private Table(Builder builder) {
      builder.rows.forEach((property, row) -> claims.put(property, new Claims(row)));
    }

    public static Builder builder() {
      return new Builder();
    }

    public Claims of(Property<?> property) {
      return claims.getOrDefault(property, PAGE);
    }

    /** Collects claims; each has the meaning of the accessor of {@link Claims} with its name. */
    public static final class Builder {
      private final Map<Property<?>, Row> rows = new HashMap<>();

      private Builder() {}

      public Builder known(Property<?> property, Claim claim) {
        row(property).known = claim;
        return this;
      }

      public Builder clear(Property<?> property, Claim claim) {
        row(property).clear = claim;
        return this;
      }

      public Builder replace(Property<?> property, Claim claim) {
        row(property).replace = claim;
        return this;
      }

      public Builder keep(Property<?> property, Claim claim) {
        row(property).keep = claim;
        return this;
      }

      public Builder additional(Property<?> property, Claim claim) {
        row(property).additional = claim;
        return this;
      }

      public Builder observed(Property<?> property, Observed observed) {
        row(property).observed.add(observed);
        return this;
      }

      public Table build() {
        return new Table(this);
      }

      private Row row(Property<?> property) {
        return rows.computeIfAbsent(property, each -> new Row());
      }
    }
  }

  private static final class Row {
    private Claim known = Claim.PAGE;
    private @Nullable Claim clear;
    private @Nullable Claim replace;
    private @Nullable Claim keep;
    private @Nullable Claim additional;
    private final List<Observed> observed = new ArrayList<>();
  }
}
