package io.contactbridge.drift;

import io.contactbridge.drift.mutation.Experience;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
import io.contactbridge.drift.mutation.Recording;
import io.contactbridge.drift.mutation.VendorServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Counts the mutations that are caught when nobody has told us and the vendor just behaves
 * otherwise. A score that is not the README's fails the build; one that rose is recorded with
 * {@code -Dscore=rewrite}.
 */
final class BehaviourScoreTest {
  private static final List<Mutation> MUTATIONS = Mutations.all();

  @Test
  void specificationAgainstVendor() {
    Score score = new Score("drift live");
    Map<String, DriftReport> before = new HashMap<>();

    for (Mutation mutation : MUTATIONS) {
      score.count(mutation, live(mutation, before));
    }

    score.printAndCheck();
  }

  @Test
  void specificationAgainstTraffic() {
    Score score = new Score("drift traffic");
    Map<String, DriftReport> before = new HashMap<>();

    for (Mutation mutation : MUTATIONS) {
      score.count(mutation, traffic(mutation, before));
    }

    score.printAndCheck();
  }

  private static @Nullable String live(Mutation mutation, Map<String, DriftReport> seen) {
    Facts spec = SpecReader.read("spec", mutation.before());
    try {
      DriftReport before =
          seen.computeIfAbsent(
              key(mutation), unused -> live(spec, mutation, VendorServer.asBefore(mutation)));
      DriftReport after = live(spec, mutation, VendorServer.drifted(mutation));
      return Judge.fault(mutation, before, after);
    } catch (CannotCheckException e) {
      return "could not check: " + e.getMessage();
    }
  }

  private static DriftReport live(Facts spec, Mutation mutation, VendorServer vendor) {
    try (vendor) {
      return LiveDrift.report(
          mutation.crm(),
          spec,
          Experience.contacts(mutation.crm()),
          vendor.baseUrl(),
          vendor.contactId());
    }
  }

  private static @Nullable String traffic(Mutation mutation, Map<String, DriftReport> seen) {
    Facts spec = SpecReader.read("spec", mutation.before());
    String old = Recording.asBefore(mutation);
    try {
      DriftReport before =
          seen.computeIfAbsent(
              key(mutation),
              unused -> TrafficDrift.report(mutation.crm(), spec, "old.har", old, "old.har", old));
      DriftReport after =
          TrafficDrift.report(
              mutation.crm(), spec, "new.har", Recording.drifted(mutation), "old.har", old);
      return Judge.fault(mutation, before, after);
    } catch (CannotCheckException e) {
      return "could not check: " + e.getMessage();
    }
  }

  private static String key(Mutation mutation) {
    return mutation.operator().startsWith("rate limit") + mutation.before();
  }
}
