package io.contactbridge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one field when an update is sent. Immutable. */
public final class FieldPlan {
  private final ContactField field;
  private final Fate fate;
  private final @Nullable String path;
  private final @Nullable String detail;
  private final ContactField answeredAs;
  private final @Nullable Object asked;

  private FieldPlan(
      ContactField field,
      Fate fate,
      @Nullable String path,
      @Nullable String detail,
      ContactField answeredAs,
      @Nullable Object asked) {
    this.field = field;
    this.fate = fate;
    this.path = path;
    this.detail = detail;
    this.answeredAs = answeredAs;
    this.asked = asked;
  }

  static FieldPlan sent(ContactField field, String path, Object asked) {
    return new FieldPlan(field, Fate.SENT, path, null, field, asked);
  }

  static FieldPlan converted(
      ContactField field, String path, String detail, ContactField answeredAs, Object asked) {
    return new FieldPlan(field, Fate.CONVERTED, path, detail, answeredAs, asked);
  }

  static FieldPlan cleared(ContactField field, String path) {
    return new FieldPlan(field, Fate.CLEARED, path, null, field, null);
  }

  static FieldPlan dropped(ContactField field, String reason) {
    return new FieldPlan(field, Fate.DROPPED, null, reason, field, null);
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
