package io.contactbridge.drift.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.Outcome;
import io.contactbridge.UpdateResult;
import io.contactbridge.drift.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the vendor and the expected levels against what the facade makes of them. */
final class VendorTest {
  @ParameterizedTest
  @EnumSource
  void takesAllThatTheFacadeSendsUntilItDrifts(Crm crm) {
    Mutation mutation = any(crm);

    try (VendorServer vendor = VendorServer.asBefore(mutation)) {
      UpdateResult result =
          Experience.contacts(crm)
              .baseUrl(vendor.baseUrl())
              .build()
              .update(vendor.contactId(), Experience.everything(crm));

      assertThat(result.outcomes().values())
          .allMatch(outcome -> outcome == Outcome.APPLIED || outcome == Outcome.NORMALISED);
      assertThat(result.observations()).isEmpty();
    }
  }

  /** The levels are ours to decide, and the facade's to prove. */
  @Test
  void whatBreaksUsChangesWhatUsersSeeAndWhatHasNoEffectDoesNot() {
    Map<String, List<String>> seenBefore = new HashMap<>();
    List<String> wrong = new ArrayList<>();

    for (Mutation mutation : Mutations.all()) {
      String key = mutation.operator().startsWith("rate limit") + mutation.before();
      List<String> before = seenBefore.computeIfAbsent(key, unused -> before(mutation));
      List<String> after = after(mutation);
      Level level = mutation.expected().level();
      if (before.equals(after) ? level == Level.BREAKS : level == Level.NO_EFFECT) {
        wrong.add(mutation + " is said to be " + level + ": " + before + " -> " + after);
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<String> before(Mutation mutation) {
    try (VendorServer vendor = VendorServer.asBefore(mutation)) {
      return Experience.of(mutation.crm(), vendor);
    }
  }

  private static List<String> after(Mutation mutation) {
    try (VendorServer vendor = VendorServer.drifted(mutation)) {
      return Experience.of(mutation.crm(), vendor);
    }
  }

  private static Mutation any(Crm crm) {
    return Mutations.all().stream()
        .filter(mutation -> mutation.crm() == crm)
        .findFirst()
        .orElseThrow();
  }
}
