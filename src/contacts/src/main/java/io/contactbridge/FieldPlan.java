package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.Claim;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one field when an update is sent. Immutable. */
public final class FieldPlan implements Serializable {
  private static final long serialVersionUID = 1;

  private final ContactField field;
  private final Fate fate;
  private final @Nullable String path;
  private final @Nullable String detail;
  private final ContactField answeredAs;
  private final @Nullable Object asked;
  private final Crm crm;
  private final String place;
  private final @Nullable Claim claim;

  private FieldPlan(
      ContactField field,
      Fate fate,
      @Nullable String path,
      @Nullable String detail,
      ContactField answeredAs,
      @Nullable Object asked,
      Crm crm,
      String place,
      @Nullable Claim claim) {
    this.field = field;
    this.fate = fate;
    this.path = path;
    this.detail = detail;
    this.answeredAs = answeredAs;
    this.asked = asked;
    this.crm = crm;
    this.place = place;
    this.claim = claim;
  }

  static FieldPlan sent(ContactField field, FieldTable.Row<?, ?> row, Object asked, Crm crm) {
    return written(field, Fate.SENT, row, null, field, asked, crm);
  }

  static FieldPlan converted(
      ContactField field,
      FieldTable.Row<?, ?> row,
      String detail,
      ContactField answeredAs,
      Object asked,
      Crm crm) {
    return written(field, Fate.CONVERTED, row, detail, answeredAs, asked, crm);
  }

  static FieldPlan cleared(ContactField field, FieldTable.Row<?, ?> row, Crm crm) {
    return written(field, Fate.CLEARED, row, null, field, null, crm);
  }

  static FieldPlan dropped(ContactField field, String reason, Crm crm) {
    return new FieldPlan(
        field, Fate.DROPPED, null, reason, field, null, crm, "UpdateContactRequest", null);
  }

  private static FieldPlan written(
      ContactField field,
      Fate fate,
      FieldTable.Row<?, ?> row,
      @Nullable String detail,
      ContactField answeredAs,
      @Nullable Object asked,
      Crm crm) {
    FieldTable.Write<?> write = requireNonNull(row.write(), "write");
    return new FieldPlan(
        field,
        fate,
        write.path(),
        detail,
        answeredAs,
        asked,
        crm,
        write.source(),
        fate == Fate.CLEARED ? row.knowledge().clearing() : row.knowledge().setting());
  }

  public ContactField field() {
    return field;
  }

  public Fate fate() {
    return fate;
  }

  /** Returns where in the request the field stands, as a JSON path; nowhere if it is dropped. */
  public Optional<String> path() {
    return Optional.ofNullable(path);
  }

  /** Returns how the field is converted, or why it is dropped. */
  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  /**
   * Returns the place in the specification that this is based on, which is the field, or the
   * request if it lacks the field; such as {@code
   * specs/linq.yaml#/components/schemas/ContactInput/properties/email}.
   */
  public String source() {
    return "specs/" + crm.name().toLowerCase(Locale.ROOT) + ".yaml#/components/schemas/" + place;
  }

  /**
   * Returns the evidence that the CRM takes the field, or empties it; empty if the field is
   * dropped, or if there is no evidence for the clear.
   */
  public Optional<Claim> claim() {
    return Optional.ofNullable(claim);
  }

  /**
   * Returns the value in the form in which it is sent; empty if the field is cleared or dropped. It
   * is personal data.
   */
  public Optional<Object> value() {
    return Optional.ofNullable(asked);
  }

  /** Names the fate of the field and not its value, which is personal data. */
  @Override
  public String toString() {
    return field
        + " "
        + fate
        + (path == null ? "" : " to " + path)
        + (detail == null ? "" : ": " + detail);
  }

  /** The field of the answer that shows what became of this one. */
  ContactField answeredAs() {
    return answeredAs;
  }
}
