package com.example.modular;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.UpdateResult;
import io.contactbridge.bulk.Bulk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Updates a contact at each mock whose URL it is given, and those of a file at one. */
public final class Main {
  private Main() {}

  public static void main(String[] urls) throws IOException, InterruptedException {
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").phone("+12025550123").build();

    print(Contacts.acquire("example", "key").baseUrl(urls[0]).build().update("2", update));
    print(
        Contacts.highLevel("token")
            .baseUrl(urls[1])
            .build()
            .update("ocQHyuzHvuMOe5N5jjXF", update));
    print(Contacts.linq("token").baseUrl(urls[2]).build().update("123", update));
    print(Contacts.raze("key").baseUrl(urls[3]).build().update("cnt_abc123def456", update));

    Path rows = Files.createTempFile("contacts", ".csv");
    Files.writeString(rows, "id,email\n123,ada@example.com\n");
    Bulk bulk = Bulk.builder(Contacts.linq("token").baseUrl(urls[2]), rows).build();
    System.out.println(bulk.run(progress -> {}));
  }

  private static void print(UpdateResult result) {
    System.out.println(result);
  }
}
