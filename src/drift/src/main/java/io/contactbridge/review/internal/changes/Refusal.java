package io.contactbridge.review.internal.changes;

import io.contactbridge.review.internal.changes.Reactions.Reaction;
import io.contactbridge.review.internal.content.Example;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Node;
import io.contactbridge.review.internal.content.Prose;
import io.contactbridge.review.internal.content.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A status with which a CRM refuses an update. */
public record Refusal(String status, String words, Prose prose, Known known, List<Case> cases) {
  /** One answer of that status, and its effect on a caller. */
  record Case(List<Example> example, Reaction reaction) {}

  List<Case> firstCase() {
    return cases.subList(0, Math.min(1, cases.size()));
  }

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("400", "Bad request"),
          Map.entry("401", "Not authenticated"),
          Map.entry("403", "Not allowed"),
          Map.entry("404", "Not found"),
          Map.entry("409", "Conflict"),
          Map.entry("410", "Gone"),
          Map.entry("422", "Not acceptable as it is"),
          Map.entry("429", "Too many calls"),
          Map.entry("500", "Fault of the server"),
          Map.entry("503", "Out of service"));

  public static List<Refusal> of(Spec spec) {
    List<Refusal> refusals = new ArrayList<>();
    spec.operation()
        .get("responses")
        .entries()
        .forEach(
            (status, answer) -> {
              if (!status.startsWith("2")) {
                refusals.add(refusal(spec, status, answer));
              }
            });
    return refusals;
  }

  private static Refusal refusal(Spec spec, String status, Node answer) {
    List<Case> cases = new ArrayList<>();
    for (Example example : Example.of(answer.resolved(), spec, Map.of())) {
      cases.add(new Case(List.of(example), reaction(spec, status, example.json())));
    }
    if (cases.isEmpty()) {
      cases.add(new Case(List.of(), reaction(spec, status, "")));
    }
    return new Refusal(
        status,
        WORDS.getOrDefault(status, "Answer " + status),
        Prose.of(answer.resolved().text("description")),
        Known.of(answer, spec.operation()),
        cases);
  }

  private static Reaction reaction(Spec spec, String status, String body) {
    int code = status.matches("[3-5][0-9]{2}") ? Integer.parseInt(status) : 400;
    return Reactions.to(spec.crm(), code, body);
  }
}
