package io.contactbridge.review.internal.content;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;

/** Invented accounts, for plans that make no call. */
public final class Accounts {
  private Accounts() {}

  public static Contacts.Builder at(Crm crm) {
    return Contacts.of(crm, variable -> "example");
  }

  /** Returns an id that is valid at every CRM. */
  public static String contactId() {
    return "123";
  }
}
