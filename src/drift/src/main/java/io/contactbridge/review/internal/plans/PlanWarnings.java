package io.contactbridge.review.internal.plans;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.CrmProfile;
import io.contactbridge.UpdatePlan;
import io.contactbridge.client.Citation;
import io.contactbridge.client.Claim;
import io.contactbridge.client.Observed;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Samples;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The library's warnings about fields that are sent, with their evidence, as data for the page. */
record PlanWarnings(OfflinePlans plans, ContactField companion) {
  private static final String KEY = "Ab3Cd5Ef7Gh9Jk1Lm3No";
  private static final String UUID = "0d9c4c4e-8f0b-4f3e-9a52-5a3a7c3b1f10";

  /** Elements and keys that make a difference to what was observed, by their pattern. */
  private static final Map<String, String> KINDS =
      new TreeMap<>(
          Map.of(
              UUID,
              "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
              KEY,
              "^[A-Za-z0-9]{20}$",
              "some-word",
              "^$"));

  /** Returns what is warned of when the field is set, and of which values. */
  List<Map<String, Object>> of(ContactField field) {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (String kind : kinds(field)) {
      plans
          .of(Samples.beside(companion).set(field, Samples.value(field, kind)).build())
          .ifPresent(plan -> byKind.put(kind, texts(plan, field)));
    }
    Set<String> all = new LinkedHashSet<>();
    byKind.values().forEach(all::addAll);
    List<Map<String, Object>> warnings = new ArrayList<>();
    for (String text : all) {
      Map<String, Object> warning = warning(field, text);
      warning.put(
          "unless",
          byKind.keySet().stream()
              .filter(kind -> !byKind.getOrDefault(kind, List.of()).contains(text))
              .map(kind -> requireNonNull(KINDS.get(kind)))
              .toList());
      warnings.add(warning);
    }
    return warnings;
  }

  private static Set<String> kinds(ContactField field) {
    return field == ContactField.TAGS || field == ContactField.CUSTOM_FIELDS
        ? KINDS.keySet()
        : Set.of("some-word");
  }

  /** Returns what a plan warns of for one field. */
  List<Map<String, Object>> of(UpdatePlan plan, ContactField field) {
    return texts(plan, field).stream().map(text -> warning(field, text)).toList();
  }

  private static List<String> texts(UpdatePlan plan, ContactField field) {
    return plan.warnings().stream()
        .filter(text -> text.startsWith(field.name() + " ") || text.startsWith(field.name() + ","))
        .toList();
  }

  private Map<String, Object> warning(ContactField field, String text) {
    Optional<Capability> capability =
        CrmProfile.of(plans.crm()).capabilities().stream()
            .filter(each -> each.field() == field)
            .findFirst();
    Optional<Observed> observed =
        capability.stream()
            .flatMap(each -> each.warnings().stream())
            .filter(each -> text.contains(each.words().replaceFirst("\\.$", "")))
            .findFirst();
    Map<String, Object> warning = new LinkedHashMap<>();
    warning.put("text", text);
    warning.put(
        "evidence",
        observed
            .map(each -> evidence("observed", "Observed", Optional.of(each.citation())))
            .or(() -> capability.flatMap(Capability::replacing).map(PlanWarnings::evidence))
            .orElse(Map.of()));
    warning.put("effect", observed.map(each -> Words.word(each.effect())).orElse("replaces"));
    return warning;
  }

  static Map<String, Object> evidence(Claim claim) {
    return evidence(Words.word(claim.evidence()), Known.label(claim.evidence()), claim.citation());
  }

  private static Map<String, Object> evidence(
      String word, String label, Optional<Citation> citation) {
    String url = citation.map(Citation::url).filter(each -> each.startsWith("https://")).orElse("");
    return new TreeMap<>(Map.of("word", word, "label", label, "url", url));
  }

  /**
   * Adds the warnings that are about no field, and whether they end when this field is sent too.
   *
   * @param beside another field that is sent
   */
  void addGeneral(ContactField field, ContactField beside, Map<String, Object> warnings) {
    List<String> without =
        plans.of(Samples.only(beside)).map(UpdatePlan::warnings).orElse(List.of());
    List<String> with =
        plans
            .of(Samples.beside(beside).set(field, Samples.value(field)).build())
            .map(UpdatePlan::warnings)
            .orElse(without);
    for (String text : without) {
      boolean ends = !with.contains(text);
      if (!text.startsWith(beside.name()) && (ends || !warnings.containsKey(text))) {
        warnings.put(text, new TreeMap<>(Map.of("text", text, "unless", ends ? field.name() : "")));
      }
    }
  }
}
