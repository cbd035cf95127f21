package io.contactbridge.internal.mapping;

import static java.util.stream.Collectors.joining;

import io.contactbridge.ContactField;
import io.contactbridge.Outcome;
import io.contactbridge.internal.text.Printable;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of all sent values.
 *
 * @param denial the CRM's statement that it did not make the change, or null
 * @param fields by field
 * @param customFields each of them, by the key that was sent
 * @param additions what was sent beside the fields, by its JSON path in the request
 */
record Judgements(
    @Nullable String denial,
    Map<ContactField, Judgement> fields,
    Map<String, Judgement> customFields,
    Map<String, Judgement> additions)
    implements Serializable {
  Map<ContactField, Outcome> outcomes() {
    Map<ContactField, Outcome> outcomes = new EnumMap<>(ContactField.class);
    fields.forEach((field, judgement) -> outcomes.put(field, judgement.outcome()));
    return Collections.unmodifiableMap(outcomes);
  }

  static Map<String, Outcome> outcomes(Map<String, Judgement> judgements) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    judgements.forEach((name, judgement) -> outcomes.put(name, judgement.outcome()));
    return Collections.unmodifiableMap(outcomes);
  }

  /** Returns why {@code name} has its outcome, if there is more to say than that. */
  static <K> Optional<String> reason(Map<K, Judgement> judgements, K name) {
    return Optional.ofNullable(judgements.get(name)).map(Judgement::reason);
  }

  /** Returns the fields and additions that have one of {@code outcomes}, each with the reason. */
  String list(Set<Outcome> outcomes) {
    return Printable.line(
        Stream.concat(
                fields.entrySet().stream()
                    .map(field -> Map.entry(field.getKey().name(), field.getValue())),
                additions.entrySet().stream())
            .filter(judgement -> outcomes.contains(judgement.getValue().outcome()))
            .map(Judgements::words)
            .collect(joining(", ")));
  }

  private static String words(Map.Entry<String, Judgement> judgement) {
    String reason = judgement.getValue().reason();
    return judgement.getKey() + (reason == null ? "" : " (" + reason + ")");
  }
}
