package io.contactbridge.drift.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the mutations against what they claim to be: a judge must be right himself. */
final class MutationsTest {
  private static final List<Mutation> ALL = Mutations.all();

  @Test
  void thereAreAtLeastSixtyOperatorsOfDifferentNames() {
    assertThat(Mutations.names()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void everyMutationChangesTheSpecification() {
    assertThat(ALL).noneMatch(mutation -> mutation.before().equals(mutation.after()));
  }

  @Test
  void allMutationsDiffer() {
    Map<String, String> names = new HashMap<>();

    for (Mutation mutation : ALL) {
      String same = names.put(mutation.before() + mutation.after(), mutation.toString());

      assertThat(same).as(mutation.toString()).isNull();
    }
    assertThat(ALL.stream().map(Mutation::toString)).doesNotHaveDuplicates();
  }

  @Test
  void everySpecificationIsMutatedInEveryPart() {
    for (Crm crm : Crm.values()) {
      assertThat(ALL.stream().filter(mutation -> mutation.crm() == crm))
          .as(crm.toString())
          .hasSizeGreaterThan(100)
          .extracting(mutation -> mutation.place().split(" ", -1)[0])
          .contains("the", "TOP", "REFERENCE", "ERROR");
    }
    assertThat(ALL.stream().map(m -> m.place().split(" ", -1)[0]).collect(Collectors.toSet()))
        .contains("NESTED", "ITEM");
  }

  @Test
  void writingAndReadingATreeLosesNothing() {
    for (Crm crm : Crm.values()) {
      Spec spec = Spec.of(crm);

      assertThat(Spec.parse(spec.yaml()).root()).isEqualTo(spec.root());
    }
  }
}
