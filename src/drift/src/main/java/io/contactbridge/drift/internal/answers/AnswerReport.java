package io.contactbridge.drift.internal.answers;

import io.contactbridge.Crm;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.impact.DriftMeaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the reports of comparisons with real answers. */
public final class AnswerReport {
  private AnswerReport() {}

  public static DriftReport report(
      String comparison,
      Crm crm,
      FactsRevision revision,
      String name,
      List<String> notes,
      int checked) {
    Facts spec = revision.spec();
    Facts after = revision.facts(name);
    List<Drift> drifts = DriftMeaning.of(crm, spec, after, Comparison.compare(spec, after));
    return new DriftReport(comparison, crm, spec.source(), name, drifts, notes, checked);
  }

  /** Returns for each status of success that is not specified the one that was expected. */
  public static Map<Integer, String> standIns(Facts spec, List<HttpExchange> exchanges) {
    Map<Integer, String> standIns = new HashMap<>();
    List<String> missing =
        statuses(spec).stream()
            .filter(status -> status.startsWith("2"))
            .filter(
                status -> exchanges.stream().noneMatch(each -> status.equals("" + each.status())))
            .toList();
    for (HttpExchange exchange : exchanges) {
      if (exchange.isSuccess() && !missing.isEmpty()) {
        standIns.put(exchange.status(), missing.get(0));
      }
    }
    return standIns;
  }

  public static List<String> statuses(Facts spec) {
    return spec.places().stream()
        .filter(place -> place.part() == Part.ANSWER)
        .map(SpecLocation::status)
        .toList();
  }

  /** Returns what every request exercises. */
  public static Set<SpecLocation> frame(Facts spec) {
    Set<Part> parts =
        Set.of(
            Part.OPERATION,
            Part.SERVER,
            Part.CREDENTIALS,
            Part.PATH_PARAMETER,
            Part.REQUEST_HEADER);
    return spec.places().stream()
        .filter(place -> parts.contains(place.part()) || place.equals(SpecLocation.requestBody("")))
        .collect(Collectors.toSet());
  }

  public static String count(int count, String thing) {
    return count(count, thing, thing + "s");
  }

  public static String count(int count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }
}
