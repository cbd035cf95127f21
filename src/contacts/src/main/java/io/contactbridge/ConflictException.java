package io.contactbridge;

import io.contactbridge.internal.text.Printable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another contact already has a value that the CRM allows only once, such as the email address. */
public final class ConflictException extends ContactsException {
  private static final long serialVersionUID = 1;

  private final @Nullable String conflictingContactId;
  private final @Nullable String matchingField;

  public ConflictException(Failure failure) {
    this(failure, null, null);
  }

  /**
   * Creates one that names the other contact.
   *
   * @param conflictingContactId its id, or null if the CRM does not name it
   * @param matchingField the CRM's name of the property in which the two agree, or null
   */
  public ConflictException(
      Failure failure, @Nullable String conflictingContactId, @Nullable String matchingField) {
    super(failure, consequence(conflictingContactId, matchingField));
    this.conflictingContactId = conflictingContactId;
    this.matchingField = matchingField;
  }

  /**
   * Returns the id of the other contact, if the CRM names it, as HighLevel does in {@code
   * meta.contactId}. Check that the contact exists before you update it.
   */
  public Optional<String> conflictingContactId() {
    return Optional.ofNullable(conflictingContactId);
  }

  /**
   * Returns the CRM's name of the property in which the two agree, such as {@code email}, if the
   * CRM names it, as HighLevel does in {@code meta.matchingField}.
   */
  public Optional<String> matchingField() {
    return Optional.ofNullable(matchingField);
  }

  private static String consequence(@Nullable String contactId, @Nullable String field) {
    if (contactId == null && field == null) {
      return "";
    }
    return Printable.line(
        "; the conflict is with "
            + (contactId == null ? "another contact" : "the contact " + contactId)
            + (field == null ? "" : " in " + field));
  }
}
