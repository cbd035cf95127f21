package io.contactbridge;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Thrown by {@link UpdateResult#requireConfirmed} when the CRM accepted an update and its answer
 * does not show all of it. The change may have been made all the same: look at the contact.
 */
public sealed class NotConfirmedException extends RuntimeException permits NotAppliedException {
  private static final long serialVersionUID = 1;

  private final UpdateResult result;

  NotConfirmedException(UpdateResult result) {
    this(
        result,
        result.crm()
            + " took the update, but its answer does not confirm "
            + list(result, Set.of(Outcome.DIFFERENT, Outcome.NOT_ECHOED)));
  }

  NotConfirmedException(UpdateResult result, String message) {
    super(message);
    this.result = result;
  }

  /** Returns what became of each field. */
  public UpdateResult result() {
    return result;
  }

  /** Returns the fields that have one of {@code outcomes}, each with the reason. */
  static String list(UpdateResult result, Set<Outcome> outcomes) {
    Judgements judgements = result.judgements();
    return Failure.printable(
        Stream.concat(
                judgements.fields().entrySet().stream()
                    .map(field -> Map.entry(field.getKey().name(), field.getValue())),
                judgements.additions().entrySet().stream())
            .filter(judgement -> outcomes.contains(judgement.getValue().outcome()))
            .map(NotConfirmedException::words)
            .collect(joining(", ")));
  }

  private static String words(Map.Entry<String, Judgement> judgement) {
    String reason = judgement.getValue().reason();
    return judgement.getKey() + (reason == null ? "" : " (" + reason + ")");
  }
}
