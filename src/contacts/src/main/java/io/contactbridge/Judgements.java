package io.contactbridge;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
}
