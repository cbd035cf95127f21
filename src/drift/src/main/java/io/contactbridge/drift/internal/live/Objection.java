package io.contactbridge.drift.internal.live;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.answers.Expectation;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An objection of Prism to a request or to its answer.
 *
 * @param status of the answer, whichever it objects to
 * @param grave false for a warning
 * @param path of the value, from {@code body}, {@code header} and the like on; empty for the whole
 * @param code the rule, such as {@code maxLength}; empty if it is none of a schema's
 */
record Objection(
    int status, boolean ofAnswer, boolean grave, List<String> path, String code, String message) {
  static final String HEADER = "sl-violations";

  private static final String TOO_MANY = "Too many violations! ";
  private static final Pattern MISSING = Pattern.compile("required property '([^']+)'");

  /** Returns what Prism says in its header, or as much of it as the header has room for. */
  static List<Objection> in(int status, String header) {
    List<Objection> objections = new ArrayList<>();
    for (Object each : list(header)) {
      if (JsonValue.get(each, "location") instanceof List<?> location && !location.isEmpty()) {
        List<String> path = location.stream().map(String::valueOf).toList();
        objections.add(
            new Objection(
                status,
                path.get(0).equals("response"),
                text(each, "severity").equals("Error"),
                path.subList(1, path.size()),
                text(each, "code"),
                text(each, "message")));
      }
    }
    return objections;
  }

  static boolean isCutOff(String header) {
    return header.startsWith(TOO_MANY);
  }

  private static List<?> list(String header) {
    String json = header;
    if (isCutOff(header)) {
      int end = header.lastIndexOf("},{\"location\":");
      json = end < 0 ? "[]" : header.substring(TOO_MANY.length(), end) + "}]";
    }
    try {
      return JsonValue.parse(json) instanceof List<?> list ? list : List.of();
    } catch (IllegalArgumentException e) {
      throw new CannotCheckException("Prism said what cannot be read in " + HEADER, e);
    }
  }

  private static String text(@Nullable Object object, String name) {
    return JsonValue.get(object, name) instanceof String text ? text : "";
  }

  /** Returns whether Prism found no operation for the request, and so validated nothing. */
  boolean isUnknownRoute() {
    return !ofAnswer && path.isEmpty() && message.equals("Selected route not found");
  }

  /** Returns the nearest place of the specification, whose names are no personal data. */
  SpecLocation place(Facts spec) {
    String answer = ofAnswer ? Expectation.NOTHING.status(spec, status) : "";
    SpecLocation whole =
        ofAnswer ? SpecLocations.answer(answer) : SpecLocation.of(Part.OPERATION, "");
    if (path.isEmpty()) {
      return whole;
    }
    if (path.get(0).equals("body")) {
      SpecLocation root =
          ofAnswer ? SpecLocations.root(answer) : SpecLocation.requestBody(SpecLocations.ROOT);
      return missing(spec, inside(spec, root, path.subList(1, path.size())));
    }
    if (path.get(0).equals("header") && path.size() > 1) {
      Part part = ofAnswer ? Part.ANSWER_HEADER : Part.REQUEST_HEADER;
      SpecLocation header = new SpecLocation(part, answer, path.get(1).toLowerCase(Locale.ROOT));
      return spec.has(header) ? header : whole;
    }
    return whole;
  }

  /** A property that is missing is objected to at the object. */
  private SpecLocation missing(Facts spec, SpecLocation object) {
    Matcher name = MISSING.matcher(code.equals("required") ? message : "");
    return name.find() ? inside(spec, object, List.of(name.group(1))) : object;
  }

  private static SpecLocation inside(Facts spec, SpecLocation root, List<String> names) {
    SpecLocation place = root;
    for (String name : names) {
      SpecLocation next = step(spec, place, name.replace("~1", "/").replace("~0", "~"));
      if (next == null) {
        return place;
      }
      place = next;
    }
    return place;
  }

  private static @Nullable SpecLocation step(Facts spec, SpecLocation place, String name) {
    for (String step : List.of("." + name, "[*]", ".*")) {
      SpecLocation next = SpecLocations.inside(place, step);
      if (spec.has(next)) {
        return next;
      }
    }
    return null;
  }
}
