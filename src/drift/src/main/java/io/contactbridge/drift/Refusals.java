package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains by its status and its words why a request was refused that the specification allows. */
final class Refusals {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("\\b(?:application|text|multipart)/[A-Za-z0-9.+-]+");
  private static final Pattern PATH =
      Pattern.compile("(?<![A-Za-z0-9:/])/[A-Za-z0-9_{}:.-]+(?:/[A-Za-z0-9_{}:.-]+)+");
  private static final String ANOTHER = "another";

  private final FactsRevision revision;
  private final Exchange refusal;
  private final String words;

  private Refusals(FactsRevision revision, Exchange refusal) {
    this.revision = revision;
    this.refusal = refusal;
    this.words = String.join("\n", RefusalWords.of(refusal));
  }

  /**
   * Puts into a revision what a refusal says has changed.
   *
   * @param request the body that was refused, or null
   * @return what would make the request acceptable, or null if the refusal explains nothing
   */
  static @Nullable List<Remedy> explain(
      FactsRevision revision, @Nullable Object request, Exchange refusal) {
    if (new Refusals(revision, refusal).byStatus()) {
      return List.of();
    }
    Diagnosis diagnosis = Diagnosis.of(revision, request, refusal);
    return diagnosis.explains() ? diagnosis.remedies() : null;
  }

  private boolean byStatus() {
    return switch (refusal.status()) {
      case 401, 403, 407 -> credentials();
      case 404, 410, 501 -> path();
      case 405 -> method();
      case 415 -> contentType();
      case 301, 302, 303, 307, 308 -> redirect();
      default -> refusal.status() >= 400 && (header() || contentTypeByWords());
    };
  }

  private boolean redirect() {
    String location = refusal.answerHeaders().get("Location");
    return location != null && Targets.moved(revision, refusal.url(), location);
  }

  private boolean method() {
    String allowed = refusal.answerHeaders().get("Allow");
    String method =
        List.of("PATCH", "POST", "PUT").stream()
            .filter(each -> !each.equals(Targets.method(revision.spec())))
            .filter(each -> (allowed == null ? words : allowed).contains(each))
            .findFirst()
            .orElse(ANOTHER);
    revision.set(Place.of(Part.OPERATION, ""), Aspect.METHOD, method);
    return true;
  }

  private boolean contentType() {
    Place body = Place.requestBody("");
    List<String> specified =
        revision.spec().get(body, Aspect.CONTENT_TYPES) instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    String accepted = refusal.answerHeaders().get("Accept");
    Matcher types = MEDIA_TYPE.matcher(accepted == null ? words : accepted);
    List<String> others =
        types
            .results()
            .map(type -> type.group().toLowerCase(Locale.ROOT))
            .filter(type -> !specified.contains(type))
            .distinct()
            .sorted()
            .toList();
    revision.set(body, Aspect.CONTENT_TYPES, others.isEmpty() ? List.of(ANOTHER) : others);
    return true;
  }

  private boolean contentTypeByWords() {
    return Pattern.compile("(?i)content.type|media type").matcher(words).find() && contentType();
  }

  private boolean path() {
    if (Pattern.compile("(?i)must be|should be|is not a valid").matcher(words).find()) {
      return false;
    }
    String own = Targets.template(revision.spec());
    Matcher paths = PATH.matcher(words);
    while (paths.find()) {
      String path = Targets.inBraces(revision.spec(), refusal.url(), paths.group());
      if (!Targets.isOf(revision.spec(), paths.group()) && !path.equals(own)) {
        revision.set(Place.of(Part.OPERATION, ""), Aspect.PATH, path);
        return true;
      }
    }
    if (Targets.isUnknownRoute(refusal, words)) {
      revision.set(Place.of(Part.OPERATION, ""), Aspect.PATH, ANOTHER);
      return true;
    }
    return false;
  }

  private boolean credentials() {
    return header() || scheme();
  }

  /** A header that the vendor names and we do not send, in the place of ours or beside it. */
  private boolean header() {
    for (String sentence : RefusalWords.of(refusal)) {
      RefusedPlace subject = RefusedPlace.of(revision.spec(), sentence);
      Place place = subject == null ? null : subject.places().get(0);
      if (place == null || place.part().isBody() || place.part() == Part.PATH_PARAMETER) {
        continue;
      }
      if (place.part() == Part.QUERY_PARAMETER && refusal.status() != 401) {
        revision.set(place, Aspect.REQUIRED, true);
        revision.set(place, Aspect.TYPE, "string");
        return true;
      }
      if (!revision.spec().has(place)) {
        unknownHeader(place, sentence);
        return true;
      }
      if (place.part() == Part.REQUEST_HEADER) {
        Diagnosis diagnosis = Diagnosis.of(revision, null, refusal);
        if (!diagnosis.explains()) {
          revision.set(place, Aspect.ENUM, List.of());
        }
        return true;
      }
    }
    return false;
  }

  private void unknownHeader(Place header, String sentence) {
    Place own = credential();
    boolean secret =
        refusal.status() == 401
            || refusal.status() == 403
            || Pattern.compile("(?i)token|key|auth|credential|secret")
                .matcher(header.path() + sentence)
                .find();
    if (secret && own != null) {
      Place renamed = Place.of(Part.CREDENTIALS, header.path());
      revision.rename(own, renamed);
      if (header.part() == Part.QUERY_PARAMETER) {
        revision.set(renamed, Aspect.SCHEME, "apiKey in query");
      }
    } else {
      revision.set(header, Aspect.REQUIRED, true);
      revision.set(header, Aspect.TYPE, "string");
    }
  }

  private boolean scheme() {
    Place own = credential();
    String challenge = refusal.answerHeaders().get("WWW-Authenticate");
    String wanted = wantedScheme(challenge == null ? words : challenge);
    if (own == null || wanted == null) {
      return false;
    }
    String scheme = String.valueOf(revision.spec().get(own, Aspect.SCHEME));
    if (scheme.equals(wanted)) {
      return false;
    }
    Place authorization = Place.of(Part.CREDENTIALS, "authorization");
    if (!own.equals(authorization)) {
      revision.rename(own, authorization);
    }
    revision.set(authorization, Aspect.SCHEME, wanted);
    return true;
  }

  private static @Nullable String wantedScheme(String words) {
    Matcher matcher = Pattern.compile("(?i)\\b(basic|bearer|digest)\\b").matcher(words);
    return matcher.find() ? matcher.group().toLowerCase(Locale.ROOT) : null;
  }

  private @Nullable Place credential() {
    return revision.spec().places().keySet().stream()
        .filter(place -> place.part() == Part.CREDENTIALS)
        .findFirst()
        .orElse(null);
  }
}
