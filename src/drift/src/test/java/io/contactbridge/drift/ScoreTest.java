package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Counts the mutations that are caught when the new specification is at hand. A score that is not
 * the README's fails the build; one that rose is recorded with {@code -Dscore=rewrite}.
 */
final class ScoreTest {
  private static final List<Mutation> MUTATIONS =
      Stream.concat(Mutations.all().stream(), Mutations.unseen().stream()).toList();

  @Test
  void specificationAgainstSpecification() {
    Score score = new Score("drift spec");

    for (Mutation mutation : MUTATIONS) {
      score.count(mutation, Judge.fault(mutation, spec(mutation)), false);
    }

    score.printAndCheck();
    assertThat(score.missed()).isEmpty();
  }

  private static DriftReport spec(Mutation mutation) {
    return Specs.drift(mutation.crm(), mutation.before(), mutation.after());
  }
}
