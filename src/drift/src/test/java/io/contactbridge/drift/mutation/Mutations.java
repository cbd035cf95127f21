package io.contactbridge.drift.mutation;

import java.util.List;
import java.util.stream.Stream;

/** Every way in which a vendor's API drifts in the tests. */
public final class Mutations {
  private Mutations() {}

  /** Returns every operator at every place of every specification. */
  public static List<Mutation> all() {
    return operators().stream().flatMap(Operator::mutations).toList();
  }

  /** Returns those that only a specification shows, and no vendor's behaviour. */
  public static List<Mutation> unseen() {
    return Stream.of(UnseenOperators.all(), KeywordOperators.all())
        .flatMap(List::stream)
        .flatMap(Operator::mutations)
        .toList();
  }

  /** Returns the names of the operators. */
  public static List<String> names() {
    return operators().stream().map(Operator::name).toList();
  }

  private static List<Operator<?>> operators() {
    return Stream.of(
            CallOperators.all(),
            RequestOperators.all(),
            AnswerOperators.all(),
            EnvelopeOperators.all(),
            ErrorOperators.all(),
            MeaningOperators.all())
        .<Operator<?>>flatMap(List::stream)
        .toList();
  }
}
