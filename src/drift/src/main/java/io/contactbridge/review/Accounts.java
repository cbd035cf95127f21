package io.contactbridge.review;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;

/** Invented accounts, for plans that make no call. */
final class Accounts {
  private Accounts() {}

  static Contacts.Builder at(Crm crm) {
    return Contacts.of(crm, variable -> "example");
  }

  /** Returns an id that is valid at every CRM. */
  static String contactId() {
    return "123";
  }
}
