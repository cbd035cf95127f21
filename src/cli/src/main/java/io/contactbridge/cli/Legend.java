package io.contactbridge.cli;

import static java.util.stream.Collectors.joining;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.Claim;
import io.contactbridge.client.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Explains the words that occur in a table of fields. */
final class Legend {
  private Legend() {}

  static Map<String, String> abilities(Collection<FieldAtCrm> fields) {
    Map<String, String> legend = new LinkedHashMap<>();
    for (Ability ability : Ability.values()) {
      if (fields.stream().anyMatch(field -> field.abilities().contains(ability))) {
        legend.put(ability.toString(), ability.meaning());
      }
    }
    if (fields.stream().anyMatch(field -> field.capability().isEmpty())) {
      legend.put(
          FieldsReport.NONE,
          "not stored; by default an update with it is refused before anything is sent");
    }
    return legend;
  }

  /**
   * Returns the meanings for a table that shows only evidence from other sources than the vendor.
   */
  static Map<String, String> matrix(Collection<FieldAtCrm> fields) {
    Map<String, String> legend = abilities(fields);
    legend.putAll(evidence(fields, evidence -> !isDocumented(evidence)));
    return legend;
  }

  /** Returns the meanings for the detailed table of one CRM's fields. */
  static Map<String, String> detailed(Collection<FieldAtCrm> fields) {
    Map<String, String> legend = abilities(fields);
    legend.putAll(evidence(fields, evidence -> true));
    return legend;
  }

  /** Returns sentences about the fields and abilities that {@code crm} lacks. */
  static List<String> gaps(Crm crm, Function<ContactField, String> name) {
    List<String> gaps = new ArrayList<>();
    List<String> unknown =
        FieldAtCrm.unknown(crm).stream().map(field -> name.apply(field.field())).toList();
    if (!unknown.isEmpty()) {
      gaps.add("Not at " + crm + ": " + String.join(", ", unknown) + ".");
    }
    if (FieldAtCrm.known(crm).stream().noneMatch(field -> field.can(Capability::canClear))) {
      gaps.add(crm + " does not document that any field can be cleared.");
    }
    return gaps;
  }

  private static Map<String, String> evidence(
      Collection<FieldAtCrm> fields, Predicate<Evidence> which) {
    Map<String, String> legend = new LinkedHashMap<>();
    for (Evidence evidence : Evidence.values()) {
      if (which.test(evidence)
          && fields.stream()
              .anyMatch(
                  field ->
                      field.evidence().values().stream()
                          .anyMatch(claim -> claim.evidence() == evidence))) {
        legend.put(word(evidence), meaning(evidence));
      }
    }
    return legend;
  }

  /** Returns whether the vendor says so itself, on its page or elsewhere. */
  static boolean isDocumented(Evidence evidence) {
    return evidence == Evidence.PAGE || evidence == Evidence.VENDOR;
  }

  /** Returns the evidence of a field's abilities, once if all have the same. */
  static String evidence(FieldAtCrm field) {
    Map<Ability, Claim> claims = field.evidence();
    List<String> words =
        claims.values().stream().map(claim -> word(claim.evidence())).distinct().toList();
    return words.size() == 1
        ? words.get(0)
        : claims.entrySet().stream()
            .map(claim -> claim.getKey() + " " + word(claim.getValue().evidence()))
            .collect(joining(", "));
  }

  static String word(Evidence evidence) {
    return evidence.name().toLowerCase(Locale.ROOT);
  }

  private static String meaning(Evidence evidence) {
    return switch (evidence) {
      case PAGE -> "it is on the vendor's page about the operation";
      case VENDOR -> "it is in the vendor's other documents";
      case OBSERVED -> "callers of the live API report it, or published source code shows it";
      case ASSUMED -> "this project concluded it";
      case CONTRADICTORY -> "the vendor contradicts itself";
    };
  }
}
