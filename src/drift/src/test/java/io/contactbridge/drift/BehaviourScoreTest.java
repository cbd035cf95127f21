package io.contactbridge.drift;

import io.contactbridge.drift.mutation.Experience;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
import io.contactbridge.drift.mutation.Recording;
import io.contactbridge.drift.mutation.VendorServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Counts the mutations that are caught when nobody has told us and the vendor just behaves
 * otherwise. A score that is not the README's fails the build; one that rose is recorded with
 * {@code -Dscore=rewrite}.
 */
final class BehaviourScoreTest {
  private static final List<Mutation> MUTATIONS = Mutations.all();

  /** What was said, and what it rests on. */
  private record Told(DriftReport report, Object shown) {}

  @Test
  void specificationAgainstVendor() {
    count(
        "drift live",
        mutation -> live(mutation, VendorServer.asBefore(mutation)),
        mutation -> live(mutation, VendorServer.drifted(mutation)));
  }

  @Test
  void specificationAgainstVendorOfFewWords() {
    count(
        "drift live, terse",
        mutation -> live(mutation, VendorServer.terse(mutation, false)),
        mutation -> live(mutation, VendorServer.terse(mutation, true)),
        mutation -> mutation.operator().startsWith("request: "));
  }

  @Test
  void specificationAgainstTraffic() {
    count(
        "drift traffic",
        mutation -> traffic(mutation, Recording.asBefore(mutation)),
        mutation -> traffic(mutation, Recording.drifted(mutation)));
  }

  private static void count(
      String comparison, Function<Mutation, Told> asBefore, Function<Mutation, Told> drifted) {
    count(comparison, asBefore, drifted, mutation -> true);
  }

  private static void count(
      String comparison,
      Function<Mutation, Told> asBefore,
      Function<Mutation, Told> drifted,
      Predicate<Mutation> which) {
    Score score = new Score(comparison);
    Map<String, Told> known = new HashMap<>();
    for (Mutation mutation : MUTATIONS.stream().filter(which).toList()) {
      String key = mutation.operator().startsWith("rate limit") + mutation.before();
      try {
        Told before = known.computeIfAbsent(key, unused -> asBefore.apply(mutation));
        Told after = drifted.apply(mutation);
        if (after.shown().equals(before.shown())) {
          score.countHidden(mutation);
        } else {
          score.count(
              mutation,
              Judge.fault(mutation, before.report(), after.report()),
              Judge.isFound(before.report(), after.report()));
        }
      } catch (CannotCheckException e) {
        score.count(mutation, "could not check: " + e.getMessage(), true);
      }
    }
    score.printAndCheck();
  }

  private static Told live(Mutation mutation, VendorServer vendor) {
    try (vendor) {
      DriftReport report =
          DriftCheck.live(
                  mutation.crm(),
                  Source.text("spec", mutation.before()),
                  Experience.sandbox(mutation.crm()),
                  vendor.baseUrl(),
                  vendor.contactId())
              .run();
      return new Told(report, vendor.transcript());
    }
  }

  private static Told traffic(Mutation mutation, String har) {
    DriftReport report =
        DriftCheck.traffic(
                mutation.crm(),
                Source.text("spec", mutation.before()),
                Source.text("new.har", har),
                Source.text("old.har", Recording.asBefore(mutation)))
            .run();
    return new Told(report, har);
  }
}
