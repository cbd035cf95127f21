package com.example;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.UpdateResult;

/** Updates a contact at the mock whose URL it is given. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Contacts linq = Contacts.linq("token").baseUrl(args[0]).build();

    UpdateResult result =
        linq.update("123", ContactUpdate.builder().email("ada@example.com").build());

    System.out.println(result);
  }
}
