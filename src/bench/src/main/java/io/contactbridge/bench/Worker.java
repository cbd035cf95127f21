package io.contactbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of one client. It makes one update and says {@code first}; then it makes a round of updates
 * for each line of its input, and says what the round cost.
 */
final class Worker {
  private Worker() {}

  public static void main(String[] args) throws Exception {
    Client client = Client.of(args[0], args[1]);
    check(client.update(Sample.id(0)));
    System.out.println("first");
    try (BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        System.out.println(round(client, line.split(" ", -1)));
      }
    } catch (IOException e) {
      // The driver has gone.
    }
    // OkHttp's threads would keep the process for a minute.
    System.exit(0);
  }

  private static Cost round(Client client, String[] words) throws Exception {
    int number = Integer.parseInt(words[1]);
    long millis = Long.parseLong(words[2]);
    return words[0].equals("threads")
        ? Rounds.blocking(client, number, millis)
        : Rounds.async(client, number, millis);
  }

  static void check(@Nullable String email) {
    if (!Sample.EMAIL.equals(email)) {
      throw new IllegalStateException("the answer was read as " + email);
    }
  }
}
