package io.contactbridge.internal.mapping;

import static java.util.Objects.requireNonNull;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.client.Claim;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one field, made from its row in the table of the CRM. */
final class PlannedField implements FieldPlan {
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

  private PlannedField(
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

  static PlannedField sent(ContactField field, FieldTable.Row<?, ?> row, Object asked, Crm crm) {
    return written(field, Fate.SENT, row, null, field, asked, crm);
  }

  static PlannedField converted(
      ContactField field,
      FieldTable.Row<?, ?> row,
      String detail,
      ContactField answeredAs,
      Object asked,
      Crm crm) {
    return written(field, Fate.CONVERTED, row, detail, answeredAs, asked, crm);
  }

  static PlannedField cleared(ContactField field, FieldTable.Row<?, ?> row, Crm crm) {
    return written(field, Fate.CLEARED, row, null, field, null, crm);
  }

  static PlannedField dropped(ContactField field, String reason, Crm crm) {
    return new PlannedField(
        field, Fate.DROPPED, null, reason, field, null, crm, "UpdateContactRequest", null);
  }

  private static PlannedField written(
      ContactField field,
      Fate fate,
      FieldTable.Row<?, ?> row,
      @Nullable String detail,
      ContactField answeredAs,
      @Nullable Object asked,
      Crm crm) {
    FieldTable.Write<?> write = requireNonNull(row.write(), "write");
    return new PlannedField(
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

  @Override
  public ContactField field() {
    return field;
  }

  @Override
  public Fate fate() {
    return fate;
  }

  @Override
  public Optional<String> path() {
    return Optional.ofNullable(path);
  }

  @Override
  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  @Override
  public String source() {
    return "specs/" + crm.name().toLowerCase(Locale.ROOT) + ".yaml#/components/schemas/" + place;
  }

  @Override
  public Optional<Claim> claim() {
    return Optional.ofNullable(claim);
  }

  @Override
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

  /** Returns what {@link #value} does, or null if there is none. */
  @Nullable Object asked() {
    return asked;
  }

  /** The field of the answer that shows what became of this one. */
  ContactField answeredAs() {
    return answeredAs;
  }
}
