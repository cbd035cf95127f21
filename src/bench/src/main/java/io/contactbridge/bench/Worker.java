package io.contactbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of one client. It makes one update and says {@code first}; then it makes a round of updates
 * for each line of its input, and says what the round cost.
 */
final class Worker {
  /** Before a mode: rounds until the JVM compiles next to nothing any more. */
  static final String WARM_UP = "warm-up";

  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  /** Where the compiler has to share its core with others it takes a minute and more. */
  private static final int MOST_WARM_UP_ROUNDS = 120;

  private static final int LEAST_WARM_UP_ROUNDS = 8;

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
    if (words[0].equals(WARM_UP)) {
      return warmUp(client, Arrays.copyOfRange(words, 1, words.length));
    }
    int number = Integer.parseInt(words[1]);
    long millis = Long.parseLong(words[2]);
    return words[0].equals("threads")
        ? Rounds.blocking(client, number, millis)
        : Rounds.async(client, number, millis);
  }

  private static Cost warmUp(Client client, String[] mode) throws Exception {
    long quiet = Long.parseLong(mode[2]) / 50;
    Cost cost;
    int rounds = 0;
    long compiling;
    do {
      long before = COMPILER.getTotalCompilationTime();
      cost = round(client, mode);
      compiling = COMPILER.getTotalCompilationTime() - before;
      rounds++;
    } while (rounds < LEAST_WARM_UP_ROUNDS || (compiling > quiet && rounds < MOST_WARM_UP_ROUNDS));
    return cost;
  }

  static void check(@Nullable String email) {
    if (!Sample.EMAIL.equals(email)) {
      throw new IllegalStateException("the answer was read as " + email);
    }
  }
}
