package io.contactbridge.review;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;

/** Accounts that there are not, for what is found out without a call. */
final class Accounts {
  private Accounts() {}

  static Contacts.Builder at(Crm crm) {
    return Contacts.of(crm, variable -> "example");
  }

  /** An id that every CRM could have given. */
  static String contactId() {
    return "123";
  }
}
