package io.contactbridge;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one field when an update is sent. Immutable. */
public final class FieldPlan implements Serializable {
  private final ContactField field;
  private final Fate fate;
  private final @Nullable String path;
  private final @Nullable String detail;
  private final ContactField answeredAs;
  private final @Nullable Object asked;
  private final String source;

  private FieldPlan(
      ContactField field,
      Fate fate,
      @Nullable String path,
      @Nullable String detail,
      ContactField answeredAs,
      @Nullable Object asked,
      String source) {
    this.field = field;
    this.fate = fate;
    this.path = path;
    this.detail = detail;
    this.answeredAs = answeredAs;
    this.asked = asked;
    this.source = source;
  }

  static FieldPlan sent(ContactField field, FieldTable.Write<?> write, Object asked, Crm crm) {
    return new FieldPlan(
        field, Fate.SENT, write.path(), null, field, asked, source(crm, write.source()));
  }

  static FieldPlan converted(
      ContactField field,
      FieldTable.Write<?> write,
      String detail,
      ContactField answeredAs,
      Object asked,
      Crm crm) {
    return new FieldPlan(
        field,
        Fate.CONVERTED,
        write.path(),
        detail,
        answeredAs,
        asked,
        source(crm, write.source()));
  }

  static FieldPlan cleared(ContactField field, FieldTable.Write<?> write, Crm crm) {
    return new FieldPlan(
        field, Fate.CLEARED, write.path(), null, field, null, source(crm, write.source()));
  }

  static FieldPlan dropped(ContactField field, String reason, Crm crm) {
    return new FieldPlan(
        field, Fate.DROPPED, null, reason, field, null, source(crm, "UpdateContactRequest"));
  }

  private static String source(Crm crm, String place) {
    return "specs/" + crm.name().toLowerCase(Locale.ROOT) + ".yaml#/components/schemas/" + place;
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
   * Returns the place in the specification that this rests on: where it has the field, or the
   * request that lacks it; such as {@code
   * specs/linq.yaml#/components/schemas/ContactInput/properties/email}.
   */
  public String source() {
    return source;
  }

  /**
   * Returns the value in the form in which it is sent; none if the field is cleared or dropped. It
   * is personal data.
   */
  public Optional<Object> value() {
    return Optional.ofNullable(asked);
  }

  /** Tells the fate of the field and not its value, which is personal data. */
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
