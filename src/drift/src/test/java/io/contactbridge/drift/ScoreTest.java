package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Counts the mutations that each comparison catches. A score that is not the README's fails the
 * build; one that rose is recorded with {@code -Dscore=rewrite}.
 */
final class ScoreTest {
  private static final List<Mutation> MUTATIONS = Mutations.all();

  @Test
  void specificationAgainstSpecification() {
    Score score = new Score("drift spec");

    for (Mutation mutation : MUTATIONS) {
      score.count(mutation, Judge.fault(mutation, spec(mutation)));
    }

    isRecorded(score);
    assertThat(score.missed()).isEmpty();
  }

  @Test
  void specificationAgainstVendor() {
    Score score = new Score("drift live");
    Map<String, DriftReport> before = new HashMap<>();

    for (Mutation mutation : MUTATIONS) {
      score.count(mutation, live(mutation, before));
    }

    isRecorded(score);
  }

  @Test
  void specificationAgainstTraffic() {
    Score score = new Score("drift traffic");

    for (Mutation mutation : MUTATIONS) {
      score.count(mutation, traffic(mutation));
    }

    isRecorded(score);
  }

  private static @Nullable String live(Mutation mutation, Map<String, DriftReport> seen) {
    String text = mutation.before();
    Facts spec = SpecReader.read("spec", text);
    String key = mutation.operator().startsWith("rate limit") + mutation.crm().toString() + text;
    try {
      DriftReport before =
          seen.computeIfAbsent(
              key, unused -> live(spec, mutation, VendorServer.asBefore(mutation)));
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

  private static @Nullable String traffic(Mutation mutation) {
    Facts spec = SpecReader.read("spec", mutation.before());
    String old = Recording.asBefore(mutation);
    try {
      DriftReport before =
          TrafficDrift.report(mutation.crm(), spec, "old.har", old, "old.har", old);
      DriftReport after =
          TrafficDrift.report(
              mutation.crm(), spec, "new.har", Recording.drifted(mutation), "old.har", old);
      return Judge.fault(mutation, before, after);
    } catch (CannotCheckException e) {
      return "could not check: " + e.getMessage();
    }
  }

  private static DriftReport spec(Mutation mutation) {
    return SpecDrift.report(mutation.crm(), "before", mutation.before(), "after", mutation.after());
  }

  @SuppressWarnings("SystemOut") // The score is what one runs this test for.
  private static void isRecorded(Score score) {
    score.missed().forEach(miss -> System.out.println("missed: " + miss));
    System.out.println(score.row());
    if ("rewrite".equals(System.getProperty("score"))) {
      score.record();
    }

    assertThat(Score.recorded())
        .as("the README has another score: -Dscore=rewrite records one that rose")
        .contains(score.row());
  }
}
