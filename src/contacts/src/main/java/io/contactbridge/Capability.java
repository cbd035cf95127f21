package io.contactbridge;

import io.contactbridge.client.Evidence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one CRM can do with one field. Immutable. */
public final class Capability {
  private final Crm crm;
  private final ContactField field;
  private final FieldTable.Row<?, ?> row;

  Capability(Crm crm, ContactField field, FieldTable.Row<?, ?> row) {
    this.crm = crm;
    this.field = field;
    this.row = row;
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

  /** Returns whether the answer to an update tells the field. */
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

  /** Returns where it is known from that the field can be set, or read if it can only be read. */
  public Evidence evidence() {
    return row.evidence();
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
