package io.contactbridge.bulk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Random rows, failures and outages in virtual time. */
final class EnginePropertyTest {
  @Property(tries = 1500)
  void everyRowEndsOnceAndInOrder(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int inFlight,
      @ForAll @IntRange(min = 1, max = 40) int waiting,
      @ForAll @IntRange(min = 1, max = 150) int rows,
      @ForAll @IntRange(min = 1, max = 60) int contacts) {
    Simulation simulation = new Simulation(new Random(seed), inFlight, waiting);

    simulation.run(rows, contacts, false);

    if (simulation.engine.state().isStopped()) {
      // The credential was refused for two contacts in a row, or for the only one left.
      assertThat(simulation.refusedTwice()).isTrue();
    } else {
      assertThat(simulation.ended).hasSize(rows);
    }
  }

  @Property(tries = 1000)
  void withdrawnRowsAreNotSentAndBlockNoOther(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int inFlight,
      @ForAll @IntRange(min = 1, max = 40) int waiting,
      @ForAll @IntRange(min = 1, max = 150) int rows,
      @ForAll @IntRange(min = 1, max = 60) int contacts) {
    Simulation simulation = new Simulation(new Random(seed), inFlight, waiting);

    simulation.run(rows, contacts, true);

    if (!simulation.engine.state().isStopped()) {
      Set<Integer> all = new HashSet<>(simulation.ended);
      all.addAll(simulation.unwanted);
      assertThat(all).hasSize(rows);
      assertThat(simulation.engine.room()).isEqualTo(waiting);
    }
  }

  /** A driver and a fake CRM that is sometimes down or limits calls. */
  private static final class Simulation {
    private final Random random;
    private final Engine<Integer> engine;
    private final int inFlight;
    private final Set<Integer> ended = new HashSet<>();
    private final Set<Integer> unwanted = new HashSet<>();
    private final Map<String, Integer> newestSent = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final PriorityQueue<Call> calls = new PriorityQueue<>((a, b) -> a.end.compareTo(b.end));
    private final List<QueuedRow<Integer>> unwritten = new ArrayList<>();
    private final Instant badFrom;
    private final Instant badTo;
    private final Ending.Kind bad;
    private Instant now = Instant.EPOCH;
    private int sentWithoutTime;
    private long sequence;
    private int refusals;

    private Simulation(Random random, int inFlight, int waiting) {
      this.random = random;
      this.inFlight = inFlight;
      this.engine = new Engine<>(inFlight, waiting, FailureLimit.percent(100));
      this.badFrom = now.plusMillis(random.nextInt(2000));
      this.badTo = badFrom.plusSeconds(random.nextInt(400));
      Ending.Kind[] kinds = {Ending.Kind.UNAVAILABLE, Ending.Kind.LIMITED, Ending.Kind.NOT_SENT};
      this.bad = kinds[random.nextInt(kinds.length)];
    }

    private void run(int rows, int contacts, boolean withdraws) {
      int offered = 0;
      for (int steps = 0; !isOver(offered == rows); steps++) {
        assertThat(steps).as("steps until every row has ended").isLessThan(200 * rows + 20_000);
        while (offered < rows && engine.room() > 0) {
          engine.offer("c" + random.nextInt(contacts), ++offered);
        }
        if (offered == rows) {
          engine.complete();
        }
        for (QueuedRow<Integer> queued = engine.next(now);
            queued != null;
            queued = engine.next(now)) {
          send(queued);
        }
        moveOn();
        if (withdraws && random.nextInt(20) == 0) {
          withdraw(offered);
        }
      }
    }

    private void withdraw(int offered) {
      int share = random.nextInt(7);
      for (int row = 1; row <= offered; row++) {
        if (row % 7 == share && !ended.contains(row)) {
          unwanted.add(row);
        }
      }
      engine.withdraw(unwanted::contains);
    }

    private boolean isOver(boolean complete) {
      return engine.state().isStopped() || (complete && engine.isIdle());
    }

    private boolean refusedTwice() {
      return engine.state().reason() == HaltReason.CREDENTIALS && refusals >= 3;
    }

    private void send(QueuedRow<Integer> queued) {
      assertThat(unwanted).doesNotContain(queued.row());
      assertThat(open.putIfAbsent(queued.contact(), queued.row())).as("one row at a time").isNull();
      assertThat(newestSent.merge(queued.contact(), queued.row(), Math::max))
          .as("no older row after a newer")
          .isEqualTo(queued.row());
      calls.add(new Call(queued, now.plusMillis(1 + random.nextInt(50)), sequence++));
      assertThat(calls.size()).isLessThanOrEqualTo(inFlight);
      SendingState state = engine.state();
      if (state.isHeld()) {
        assertThat(state.until()).isBeforeOrEqualTo(now);
        assertThat(engine.wakeAt()).as("one probe at a time").isNull();
      }
      assertThat(++sentWithoutTime).as("calls without time passing").isLessThanOrEqualTo(inFlight);
    }

    private void moveOn() {
      Call call = calls.poll();
      Instant wake = engine.wakeAt();
      if (call == null) {
        settle();
        if (wake != null) {
          advance(wake);
        }
        return;
      }
      if (wake != null && wake.isAfter(now) && wake.isBefore(call.end)) {
        calls.add(call);
        advance(wake);
        return;
      }
      advance(call.end);
      end(call.queued);
      if (random.nextInt(3) == 0) {
        settle();
      }
    }

    private void advance(Instant to) {
      if (to.isAfter(now)) {
        now = to;
        sentWithoutTime = 0;
      }
    }

    private void settle() {
      unwritten.forEach(
          queued -> {
            open.remove(queued.contact());
            engine.settle(queued);
          });
      unwritten.clear();
    }

    private void end(QueuedRow<Integer> queued) {
      sentWithoutTime = 0;
      Ending ending = ending(queued);
      refusals += ending.kind() == Ending.Kind.CREDENTIALS ? 1 : 0;
      RowDecision decision = engine.ended(queued, ending, now);
      if (decision == RowDecision.RETRY) {
        open.remove(queued.contact());
        if (unwanted.contains(queued.row())) {
          engine.withdraw(unwanted::contains);
        }
      } else {
        assertThat(ended.add(queued.row())).as("a row ends once").isTrue();
        unwritten.add(queued);
      }
    }

    private Ending ending(QueuedRow<Integer> queued) {
      if (!now.isBefore(badFrom) && now.isBefore(badTo)) {
        @Nullable Duration retryAfter =
            random.nextBoolean() ? Duration.ofSeconds(random.nextInt(60)) : null;
        return new Ending(bad, retryAfter);
      }
      if (queued.row() % 17 == 16) {
        return new Ending(Ending.Kind.CREDENTIALS, null);
      }
      if (queued.row() % 29 == 28) {
        return new Ending(Ending.Kind.UNAVAILABLE, null);
      }
      return switch (random.nextInt(12)) {
        case 0 -> Ending.REJECTED;
        case 1 -> new Ending(Ending.Kind.UNAVAILABLE, null);
        case 2 -> Ending.REFUSED;
        default -> Ending.MADE;
      };
    }

    private record Call(QueuedRow<Integer> queued, Instant end, long number) {}
  }
}
