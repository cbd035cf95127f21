package io.contactbridge.drift.internal.answers;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the places of the answer that return the properties of the request. */
public final class AnswerLocations {
  private final Facts spec;
  private final String status;
  private final Map<String, String> exact = new HashMap<>();
  private String email = "";
  private String requestPrefix = SpecLocations.ROOT;
  private String answerPrefix = SpecLocations.ROOT;

  public AnswerLocations(Crm crm, Facts spec) {
    this.spec = spec;
    status =
        AnswerReport.statuses(spec).stream()
            .filter(each -> each.startsWith("2"))
            .findFirst()
            .orElse("200");
    for (Capability capability : CrmProfile.of(crm).capabilities()) {
      String request = capability.requestPath().orElse("");
      String answer = capability.answerPath().orElse("");
      if (!request.isEmpty() && !answer.isEmpty()) {
        exact.putIfAbsent(request, answer);
        if (capability.field() == ContactField.EMAIL) {
          email = request;
          prefixes(request, answer);
        }
      }
    }
  }

  private void prefixes(String request, String answer) {
    int same = 0;
    while (same < Math.min(request.length(), answer.length())
        && request.charAt(request.length() - 1 - same)
            == answer.charAt(answer.length() - 1 - same)) {
      same++;
    }
    int dot = request.indexOf('.', request.length() - same);
    requestPrefix = request.substring(0, dot);
    answerPrefix = answer.substring(0, answer.length() - (request.length() - dot));
  }

  /** Returns the status of success. */
  public String status() {
    return status;
  }

  /** Returns whether the address that tells contacts apart stands there or inside it. */
  public boolean holdsEmail(SpecLocation requested) {
    return email.startsWith(requested.path());
  }

  /** Returns the place in the answer, or null if the specification has none. */
  public @Nullable SpecLocation of(String requestPath) {
    String path = exact.get(requestPath);
    if (path == null && requestPath.startsWith(requestPrefix)) {
      path = answerPrefix + requestPath.substring(requestPrefix.length());
    }
    SpecLocation place = SpecLocation.answerBody(status, path == null ? "" : path);
    return spec.has(place) ? place : byName(requestPath);
  }

  private @Nullable SpecLocation byName(String requestPath) {
    String name = SpecLocation.requestBody(requestPath).name();
    return spec.places().stream()
        .filter(place -> place.part() == Part.ANSWER_BODY && place.status().equals(status))
        .filter(place -> place.name().equals(name) && !place.path().endsWith("*"))
        .min(Comparator.comparingInt(place -> place.path().length()))
        .orElse(null);
  }
}
