package io.contactbridge.drift.internal.live;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.drift.internal.answers.RequestEdit;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes an update of the facade from the properties of a body. */
final class FacadeUpdate {
  private FacadeUpdate() {}

  /** Returns the fields of a body that go through the facade. */
  static ContactUpdate of(Crm crm, @Nullable Object body) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    boolean whole =
        CrmProfile.of(crm).capabilities().stream()
            .anyMatch(each -> each.field() == ContactField.FULL_NAME && each.canSet());
    for (Capability capability : CrmProfile.of(crm).capabilities()) {
      boolean half =
          capability.field() == ContactField.FIRST_NAME
              || capability.field() == ContactField.LAST_NAME;
      Object value =
          capability.canSet()
              ? RequestEdit.find(body, capability.requestPath().orElse("")).value()
              : null;
      Object typed = typed(capability.field(), value);
      if (typed != null && !(half && whole)) {
        set(update, capability.field(), typed);
      }
    }
    try {
      return update.build();
    } catch (IllegalStateException e) {
      return CanaryBody.ANYTHING;
    }
  }

  /** Sets a field, unless the facade refuses the value, which is then added to its request. */
  private static void set(ContactUpdate.Builder update, ContactField field, Object value) {
    try {
      ContactUpdate unusedCheck = ContactUpdate.builder().set(field, value).build();
      update.set(field, value);
    } catch (IllegalArgumentException e) {
      return;
    }
  }

  private static @Nullable Object typed(ContactField field, @Nullable Object value) {
    if (field == ContactField.CUSTOM_FIELDS || value == null) {
      return null;
    }
    if (field == ContactField.DATE_OF_BIRTH) {
      try {
        return LocalDate.parse(String.valueOf(value));
      } catch (DateTimeException e) {
        return null;
      }
    }
    return field.type().isInstance(value) ? value : null;
  }
}
