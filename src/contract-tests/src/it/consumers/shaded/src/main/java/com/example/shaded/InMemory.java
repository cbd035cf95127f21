package com.example.shaded;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import io.contactbridge.test.FakeCrm;

/** Updates a contact in memory, as a test of the application does. */
public final class InMemory {
  private InMemory() {}

  public static void main(String[] args) {
    FakeCrm crm = FakeCrm.of(Crm.LINQ).add("123");

    System.out.println(
        crm.contacts()
            .update("123", ContactUpdate.builder().email("ada@example.com").build()));
  }
}
