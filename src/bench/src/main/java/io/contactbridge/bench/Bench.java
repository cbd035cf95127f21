package io.contactbridge.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures every client in JVMs of their own against one server, in rounds that take turns, so that
 * whatever else the machine does is the same for all of them.
 */
final class Bench {
  private static final List<String> CLIENTS = List.of("limit", "stock", "generated", "facade");
  private static final List<String> ASYNC_CLIENTS = List.of("limit", "facade");
  private static final int ROUNDS = 10;
  private static final String ROUND_MILLIS = " 1000";
  private static final String ONE_THREAD = "threads 1";
  private static final String MANY_THREADS = "threads 16";
  private static final String IN_FLIGHT = "async 10000";

  private final Results results = new Results();

  private Bench() {}

  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Bench bench = new Bench();
    try (Jvm server = Jvm.start(Jvm.SERVER_CORE, Server.class)) {
      bench.run(server.readLine(), rounds);
    }
    System.out.printf(
        "%nMedians of %d interleaved rounds; \"limit\" in figures, the others relative to it.%n%n",
        rounds);
    System.out.print(bench.results.table(CLIENTS));
  }

  private void run(String url, int rounds) throws IOException {
    Map<String, Jvm> workers = new LinkedHashMap<>();
    try {
      for (String client : CLIENTS) {
        Jvm worker = Jvm.start(Jvm.CLIENT_CORES, Worker.class, client, url);
        worker.expect("first");
        workers.put(client, worker);
        for (String mode : modes(client)) {
          worker.ask(Worker.WARM_UP + " " + mode + ROUND_MILLIS);
        }
      }
      for (int round = 1; round <= rounds; round++) {
        System.err.println("round " + round + " of " + rounds);
        for (String client : inTurn(round)) {
          measure(client, requireNonNull(workers.get(client)));
        }
        for (String client : inTurn(round)) {
          coldStart(client, url);
        }
      }
    } finally {
      workers.values().forEach(Jvm::close);
    }
  }

  /** Another client begins each round, since the first finds the machine as it was left before. */
  private static List<String> inTurn(int round) {
    List<String> clients = new ArrayList<>(CLIENTS);
    Collections.rotate(clients, round);
    return clients;
  }

  private static List<String> modes(String client) {
    List<String> modes = new ArrayList<>(List.of(ONE_THREAD, MANY_THREADS));
    if (ASYNC_CLIENTS.contains(client)) {
      modes.add(IN_FLIGHT);
    }
    return modes;
  }

  private void measure(String client, Jvm worker) throws IOException {
    Cost one = Cost.parse(worker.ask(ONE_THREAD + ROUND_MILLIS));
    results.add(Figure.CPU_ONE_THREAD, client, one.cpuMicros());
    results.add(Figure.PER_SECOND_ONE_THREAD, client, one.perSecond());
    results.add(Figure.BYTES, client, one.bytes());
    Cost many = Cost.parse(worker.ask(MANY_THREADS + ROUND_MILLIS));
    results.add(Figure.CPU_MANY_THREADS, client, many.cpuMicros());
    results.add(Figure.PER_SECOND_MANY_THREADS, client, many.perSecond());
    if (ASYNC_CLIENTS.contains(client)) {
      Cost async = Cost.parse(worker.ask(IN_FLIGHT + ROUND_MILLIS));
      results.add(Figure.PER_SECOND_ASYNC, client, async.perSecond());
    }
  }

  private void coldStart(String client, String url) throws IOException {
    long start = System.nanoTime();
    try (Jvm jvm = Jvm.start(Jvm.ANY_CORE, Worker.class, client, url)) {
      jvm.expect("first");
      results.add(Figure.COLD_START, client, (System.nanoTime() - start) / 1e6);
      results.add(Figure.COLD_START_CPU, client, jvm.cpuMillis());
    }
  }
}
