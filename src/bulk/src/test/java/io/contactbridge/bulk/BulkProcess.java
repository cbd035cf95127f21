package io.contactbridge.bulk;

import io.contactbridge.Contacts;
import java.nio.file.Path;

/** The main class of a run in its own process, which can be killed. */
final class BulkProcess {
  private BulkProcess() {}

  public static void main(String[] args) throws Exception {
    BulkEnd end =
        Bulk.builder(Contacts.raze("key").baseUrl(args[1]), Path.of(args[0]))
            .inFlight(16)
            .build()
            .run(progress -> {});
    System.exit(end.how() == BulkEnd.How.FINISHED ? 0 : 1);
  }
}
