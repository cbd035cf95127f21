package io.contactbridge.review.internal.changes;

import io.contactbridge.drift.Drift;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes a drift to people who read neither specifications nor code. */
final class DriftWords {
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "yes or no",
          "array", "a list",
          "object", "a group of fields");

  /** Differences of form that leave updates as they are, and still say something else. */
  private static final Set<String> WORTH_A_LOOK =
      Set.of(
          "description-changed",
          "examples-changed",
          "enum-changed",
          "pattern-changed",
          "format-changed",
          "nullable-changed",
          "required-changed",
          "deprecated-changed",
          "default-changed",
          "min-length-changed",
          "max-length-changed",
          "minimum-changed",
          "maximum-changed",
          "min-items-changed",
          "max-items-changed",
          "alternatives-changed",
          "further-rules-changed",
          "at-least-one-of-changed",
          "closed-changed",
          "type-changed",
          "added");

  private static final Map<String, String> CLASSES =
      Map.of(
          "InvalidUpdateException", "a refusal of the update",
          "ContactNotFoundException", "that there is no such contact",
          "ConflictException", "a conflict with another contact",
          "CredentialsException", "a refusal of the credential",
          "RateLimitedException", "that there were too many calls",
          "UnavailableException", "that the CRM cannot work now");

  private final Drift drift;
  private final String was;
  private final String is;

  DriftWords(Drift drift) {
    this.drift = drift;
    was = drift.before().map(DriftWords::thing).orElse("");
    is = drift.after().map(DriftWords::thing).orElse("");
  }

  Severity impact() {
    Severity impact = Severity.of(drift.level());
    return impact == Severity.NO_EFFECT && WORTH_A_LOOK.contains(drift.kind())
        ? Severity.LOOK_AT_THIS
        : impact;
  }

  /** Returns the change in one sentence. */
  String headline() {
    String crm = drift.crm().toString();
    String thing = was.isEmpty() ? is : was;
    return switch (drift.kind()) {
      case "renamed" -> "%s now calls %s %s.".formatted(crm, bare(was), bare(is));
      case "removed" -> "%s no longer has %s.".formatted(crm, was);
      case "added" ->
          drift.sentence().contains("new, and required")
              ? "%s now demands %s.".formatted(crm, is)
              : "%s now has %s.".formatted(crm, is);
      case "moved" -> "%s has %s in another place.".formatted(crm, was);
      case "description-changed" -> "%s describes %s in other words.".formatted(crm, thing);
      case "examples-changed" -> "The example of %s at %s changed.".formatted(thing, crm);
      case "type-changed" ->
          "%s of %s is now %s; it was %s.".formatted(upper(thing), crm, type(now()), type(old()));
      case "path-changed", "url-changed" -> crm + " takes updates at another address.";
      case "scheme-changed" -> crm + " wants another way to show who is calling.";
      case "nullable-changed" -> "%s of %s %s.".formatted(upper(thing), crm, nullable());
      case "required-changed" -> required();
      case "enum-changed" -> "%s of %s %s.".formatted(upper(bare(thing)), crm, values());
      default -> sentence();
    };
  }

  private String required() {
    boolean now = "true".equals(now());
    boolean request = drift.before().orElse("").endsWith("in the request");
    return request
        ? "%s %s be in %s update to %s."
            .formatted(
                upper(bare(was)),
                now ? "must now" : "need no longer",
                now ? "every" : "an",
                drift.crm())
        : "%s of %s %s."
            .formatted(upper(was), drift.crm(), now ? "is now always there" : "may be missing now");
  }

  private String values() {
    Set<String> gone = without(old(), now());
    Set<String> more = without(now(), old());
    return Stream.of(
            gone.isEmpty() ? "" : "can no longer be " + String.join(", ", gone),
            more.isEmpty() ? "" : "can now be " + String.join(", ", more))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  /** Returns the values of a list that the other does not have, in quotes. */
  private static Set<String> without(String list, String other) {
    Set<String> values = new TreeSet<>(List.of(list.split(", ", -1)));
    List.of(other.split(", ", -1)).forEach(values::remove);
    values.remove("");
    return values.stream()
        .map(value -> "“" + value.replaceAll("^\"|\"$", "") + "”")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the sentence of the comparison, with places as a person would say them. */
  private String sentence() {
    String words =
        plain(drift.sentence().replaceFirst(" The same holds for .*$", ""))
            .replaceAll("[Tt]he (?:property )?(“[^”]*”) in the request", "$1 in an update")
            .replaceAll("[Tt]he (?:property )?(“[^”]*”) in the answer 2\\S*", "$1 in the answer");
    String of = words.replaceFirst(" in (an update|the answer)", " in $1 of " + drift.crm());
    return upper(of.equals(words) ? words + " (" + drift.crm() + ")" : of);
  }

  private String nullable() {
    boolean now = "true".equals(now());
    return drift.before().orElse("").endsWith("in the request")
        ? now ? "can now be emptied" : "can no longer be emptied"
        : now ? "may now come back empty" : "no longer comes back empty";
  }

  /** Returns the consequence in one sentence. */
  String consequence() {
    if (drift.kind().equals("added")
        && is.endsWith("in an update")
        && impact() == Severity.LOOK_AT_THIS) {
      return "You could store this now; the library does not yet.";
    }
    return consequence(drift.consequence());
  }

  /** Returns a text of the comparison's without names of classes and constants. */
  static String consequence(String text) {
    String words =
        Words.plain(text)
            .replace(
                "and an update of it would be NOT_ECHOED or DIFFERENT",
                "and the library could not confirm an update of it")
            .replace(
                "and an update of it would be NOT_ECHOED",
                "and the library could not confirm an update of it")
            .replace("users of the generated client", "programs that use the client directly")
            .replace("Users of the generated client", "Programs that use the client directly")
            .replace("The facade", "The library")
            .replace("the facade", "the library");
    for (Map.Entry<String, String> each : CLASSES.entrySet()) {
      words = words.replace(each.getKey(), each.getValue());
    }
    return plain(words);
  }

  String before() {
    return value(drift.oldValue(), was, drift.kind());
  }

  String after() {
    return value(drift.newValue(), is, drift.kind());
  }

  private static String value(Optional<String> value, String thing, String kind) {
    if (kind.equals("type-changed")) {
      return value.map(DriftWords::type).orElse("");
    }
    return value.orElse(thing);
  }

  private String old() {
    return drift.oldValue().orElse("");
  }

  private String now() {
    return drift.newValue().orElse("");
  }

  private static String type(String type) {
    return TYPES.getOrDefault(type, type.isEmpty() ? "any value" : type);
  }

  /** Returns the place of a drift as a person would say it. */
  static String thing(String place) {
    if (place.startsWith("$")) {
      int blank = place.indexOf(' ');
      String name = "“" + last(place.substring(0, blank)) + "”";
      return place.endsWith(" in the request")
          ? name + " in an update"
          : place.matches(".* in the answer 2\\S*")
              ? name + " in the answer"
              : name
                  + place.substring(place.indexOf(" in the answer")).replace("answer", "refusal");
    }
    return place
        .replaceFirst("^the path parameter (.*)$", "“$1” in the address")
        .replaceFirst("^the query parameter (.*)$", "“$1” in the address")
        .replaceFirst("^the request header (.*)$", "the header “$1”")
        .replaceFirst("^the credential in .*$", "the credential")
        .replaceFirst("^the server .*$", "the server")
        .replaceFirst("^the operation$", "the call");
  }

  /** Returns the last name of a JSON path. */
  static String last(String path) {
    String name = path.replace("[*]", "");
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.equals("*") ? "any other field" : last.equals("$") ? "the whole" : last;
  }

  private static String bare(String thing) {
    return thing.replaceFirst(" in (an update|the answer)$", "");
  }

  /** Returns a sentence with the last names of its JSON paths, in quotes in place of backticks. */
  static String plain(String sentence) {
    Matcher code = CODE.matcher(sentence);
    return code.replaceAll(
        match -> {
          String text = match.group(1);
          return Matcher.quoteReplacement(
              text.matches("\\$[.\\[].*") ? "“" + last(text) + "”" : "“" + text + "”");
        });
  }

  private static String upper(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  ReviewedChange change() {
    List<String> details = new ArrayList<>();
    details.add(drift.sentence());
    drift.before().ifPresent(place -> details.add("Before: `" + place + "`"));
    drift.after().ifPresent(place -> details.add("Now: `" + place + "`"));
    drift.also().forEach(place -> details.add("For the same cause: `" + place + "`"));
    details.add(drift.consequence());
    return new ReviewedChange(
        drift.crm(),
        impact(),
        drift.kind().replaceFirst("-changed$", "").replace('-', ' '),
        headline(),
        consequence(),
        before(),
        after(),
        details,
        drift.fields(),
        drift.code(),
        drift.fingerprint());
  }
}
