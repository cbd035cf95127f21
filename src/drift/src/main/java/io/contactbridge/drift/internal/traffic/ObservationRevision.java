package io.contactbridge.drift.internal.traffic;

import io.contactbridge.client.Observation;
import io.contactbridge.drift.internal.answers.AnswerReport;
import io.contactbridge.drift.internal.answers.ValueRevision;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.facts.ValueForm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts into a specification what a client noticed about answers in production. */
final class ObservationRevision {
  private static final Map<String, String> TYPES =
      Map.of(
          "a string", "string",
          "an empty string", "string",
          "a boolean", "boolean",
          "an integer", "integer",
          "a number", "number",
          "an array", "array",
          "an empty array", "array",
          "an object", "object");

  private final FactsRevision revision;
  private final Set<SpecLocation> exercised;

  ObservationRevision(FactsRevision revision, Set<SpecLocation> exercised) {
    this.revision = revision;
    this.exercised = exercised;
  }

  void revise(List<Observation> observations) {
    AnswerReport.statuses(revision.spec()).stream()
        .filter(status -> status.startsWith("2"))
        .findFirst()
        .ifPresent(
            status -> observations.forEach(each -> revise(place(status, each.path()), each)));
  }

  static SpecLocation place(String status, String path) {
    return SpecLocation.answerBody(
        status,
        path.replaceAll("\\[\\d+]", "[*]").replaceAll("\\['((?:[^'\\\\]|\\\\.)*)']", ".$1"));
  }

  private void revise(SpecLocation place, Observation observation) {
    if (revision.spec().has(place)) {
      exercised.add(place);
    }
    String type = TYPES.get(observation.found());
    if (observation.found().equals("null")) {
      known(place, Aspect.NULLABLE, true);
    } else if (observation.found().equals("nothing")) {
      known(place, Aspect.REQUIRED, null);
    } else if (observation.expected().startsWith("one of ")) {
      known(place, Aspect.ENUM, null);
    } else if (observation.found().equals("a string in another form")) {
      known(place, Aspect.FORMAT, ValueForm.TEXT.format());
    } else if (type != null) {
      typed(place, type);
    }
  }

  private void known(SpecLocation place, Aspect aspect, @Nullable Object value) {
    if (revision.spec().has(place) && revision.has(place)) {
      revision.set(place, aspect, value);
    }
  }

  private void typed(SpecLocation place, String type) {
    boolean known = revision.spec().has(place);
    if (!known && !revision.spec().has(SpecLocations.parent(place))) {
      return;
    }
    Object specified = revision.spec().get(place, Aspect.TYPE);
    if (!known) {
      revision.set(place, Aspect.TYPE, type);
    } else if (specified != null && !ValueRevision.isOfType(specified.toString(), type)) {
      TreeSet<String> types = new TreeSet<>(Arrays.asList((specified + "|" + type).split("\\|")));
      revision.set(place, Aspect.FORMAT, null);
      revision.set(place, Aspect.TYPE, String.join("|", types));
    }
  }
}
