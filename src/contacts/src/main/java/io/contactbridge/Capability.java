package io.contactbridge;

import io.contactbridge.client.Claim;
import io.contactbridge.client.Claims;
import io.contactbridge.client.Observed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one CRM can do with one field. Immutable. */
public final class Capability {
  private final Crm crm;
  private final ContactField field;
  private final FieldTable.Row<?, ?> row;
  private final Claim keep;

  Capability(Crm crm, ContactField field, FieldTable.Row<?, ?> row, Claim keep) {
    this.crm = crm;
    this.field = field;
    this.row = row;
    this.keep = keep;
  }

  public Crm crm() {
    return crm;
  }

  public ContactField field() {
    return field;
  }

  /** Returns whether an update can set the field. */
  public boolean canSet() {
    return row.write() != null;
  }

  /** Returns whether the CRM documents that an update can empty the field. */
  public boolean canClear() {
    return row.write() != null && row.write().nullable();
  }

  /** Returns whether the answer to an update shows the field. */
  public boolean canRead() {
    return row.read() != null;
  }

  /** Returns whether setting the field replaces all that the contact had in it. */
  public boolean replaces() {
    return row.replaces();
  }

  /** Returns where the field stands in the request, as a JSON path. */
  public Optional<String> requestPath() {
    return row.write() == null ? Optional.empty() : Optional.of(row.write().path());
  }

  /** Returns where the field stands in the answer, as a JSON path. */
  public Optional<String> answerPath() {
    return row.read() == null ? Optional.empty() : Optional.of(row.read().path());
  }

  /** Returns the evidence that an update can set the field; empty if none can. */
  public Optional<Claim> setting() {
    return canSet() ? Optional.of(row.knowledge().setting()) : Optional.empty();
  }

  /**
   * Returns the evidence that null empties the field; empty if there is none. Where it is not
   * {@linkplain #canClear documented}, it may have been observed.
   */
  public Optional<Claim> clearing() {
    return claim(Claims::clear);
  }

  /** Returns the evidence that the answer has the field; empty if it does not. */
  public Optional<Claim> reading() {
    return canRead() ? Optional.of(row.knowledge().reading()) : Optional.empty();
  }

  /** Returns the evidence that setting the field replaces all of it; empty if it does not. */
  public Optional<Claim> replacing() {
    return claim(Claims::replace);
  }

  /** Returns the evidence that an update without the field leaves it alone. */
  public Optional<Claim> keeping() {
    return canSet() ? Optional.of(claim(Claims::keep).orElse(keep)) : Optional.empty();
  }

  private Optional<Claim> claim(Function<Claims, Optional<Claim>> which) {
    return Optional.ofNullable(row.knowledge().written()).flatMap(which);
  }

  /** Returns all that was observed of the field, in the request and in the answer. */
  public List<Observed> observed() {
    return row.knowledge().observed();
  }

  /**
   * Returns what {@linkplain UpdatePlan#warnings a plan warns of} before the field is sent:
   * behaviour that was observed to ignore the field, to fail or to do harm. It may concern some
   * values only, as its text says.
   */
  public List<Observed> warnings() {
    return row.knowledge().warnings();
  }

  /** Returns what a user of the field should know. */
  public Optional<String> note() {
    return Optional.ofNullable(row.note());
  }

  @Override
  public String toString() {
    @Nullable String path = canSet() ? requestPath().orElse(null) : answerPath().orElse(null);
    return crm + " " + field + " " + path;
  }
}
