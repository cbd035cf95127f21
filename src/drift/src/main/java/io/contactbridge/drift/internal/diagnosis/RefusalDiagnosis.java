package io.contactbridge.drift.internal.diagnosis;

import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.OperationUrls;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Explains a refusal by its status, its headers and its words about HTTP: it finds a changed
 * method, path, content type or credential.
 */
public final class RefusalDiagnosis {
  /** Statuses of refusals that are not about the properties of the body. */
  private static final Set<Integer> NOT_FOR_ITS_BODY =
      Set.of(401, 403, 404, 405, 407, 408, 409, 410, 413, 415, 420, 425, 426, 429);

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("\\b(?:application|text|multipart)/[A-Za-z0-9.+-]+");
  private static final Pattern PATH =
      Pattern.compile("(?<![A-Za-z0-9:/])/[A-Za-z0-9_{}:.-]+(?:/[A-Za-z0-9_{}:.-]+)+");
  private static final Pattern OWN_HEADER =
      Pattern.compile("\\b[Xx]-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");
  private static final String ANOTHER = "another";

  private final FactsRevision revision;
  private final HttpExchange refusal;
  private final String words;

  private RefusalDiagnosis(FactsRevision revision, HttpExchange refusal) {
    this.revision = revision;
    this.refusal = refusal;
    this.words = RefusalWords.of(revision.spec(), refusal).words();
  }

  /** Returns whether the body of a request may be why it was refused. */
  public static boolean mayBeForBody(HttpExchange refusal) {
    return refusal.status() / 100 == 4 && !NOT_FOR_ITS_BODY.contains(refusal.status());
  }

  /** Returns whether sending less can tell why, as it may after a conflict and a failure too. */
  public static boolean canBeTried(HttpExchange refusal) {
    return Set.of(409, 500).contains(refusal.status()) || mayBeForBody(refusal);
  }

  /**
   * Puts into a revision what a refusal shows to have changed, unless its specification has the
   * same refusal.
   *
   * @return whether it shows anything
   */
  public static boolean revise(FactsRevision revision, HttpExchange refusal) {
    return !RefusalWords.isDocumented(revision.spec(), refusal)
        && new RefusalDiagnosis(revision, refusal).byStatus();
  }

  private boolean byStatus() {
    return switch (refusal.status()) {
      case 401, 403, 407 -> constant() || scheme() || credential();
      case 404, 410, 501 -> path();
      case 405 -> method();
      case 415 -> contentType();
      case 301, 302, 303, 307, 308 -> redirect();
      default -> refusal.status() >= 400 && MEDIA_TYPE.matcher(words).find() && contentType();
    };
  }

  private boolean redirect() {
    String location = refusal.answerHeaders().get("Location");
    return location != null && OperationUrls.reviseMoved(revision, refusal.url(), location);
  }

  private boolean method() {
    String allowed = refusal.answerHeaders().get("Allow");
    String method =
        List.of("PATCH", "POST", "PUT").stream()
            .filter(each -> !each.equals(OperationUrls.method(revision.spec())))
            .filter(each -> (allowed == null ? words : allowed).contains(each))
            .findFirst()
            .orElse(ANOTHER);
    revision.set(SpecLocation.of(Part.OPERATION, ""), Aspect.METHOD, method);
    return true;
  }

  private boolean contentType() {
    SpecLocation body = SpecLocation.requestBody("");
    List<String> specified = revision.spec().list(body, Aspect.CONTENT_TYPES);
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

  private boolean path() {
    String own = OperationUrls.template(revision.spec());
    Matcher paths = PATH.matcher(words);
    while (paths.find()) {
      String path = OperationUrls.inBraces(revision.spec(), refusal.url(), paths.group());
      if (!OperationUrls.isOf(revision.spec(), paths.group()) && !path.equals(own)) {
        revision.set(SpecLocation.of(Part.OPERATION, ""), Aspect.PATH, path);
        return true;
      }
    }
    if (OperationUrls.isUnknownRoute(refusal, words)) {
      revision.set(SpecLocation.of(Part.OPERATION, ""), Aspect.PATH, ANOTHER);
      return true;
    }
    return false;
  }

  /** Finds a header with one possible value that the CRM refuses. */
  private boolean constant() {
    for (SpecLocation place : places(Part.REQUEST_HEADER)) {
      boolean named =
          Pattern.compile("(?i)\\b" + Pattern.quote(place.path()) + "['\"`]? header\\b")
              .matcher(words)
              .find();
      if (named && revision.spec().list(place, Aspect.ENUM).size() == 1) {
        revision.set(place, Aspect.ENUM, List.of());
        return true;
      }
    }
    return false;
  }

  /** Reads the challenge, which is about the Authorization header only. */
  private boolean scheme() {
    SpecLocation own = own();
    SpecLocation authorization = SpecLocation.of(Part.CREDENTIALS, "authorization");
    String challenge = refusal.answerHeaders().get("WWW-Authenticate");
    if (own == null || !own.equals(authorization) || challenge == null) {
      return false;
    }
    String scheme = challenge.strip().split("[ ,]", 2)[0].toLowerCase(Locale.ROOT);
    if (challenge
        .toLowerCase(Locale.ROOT)
        .contains(String.valueOf(revision.spec().get(own, Aspect.SCHEME)))) {
      return false;
    }
    revision.set(own, Aspect.SCHEME, scheme);
    return true;
  }

  /** Finds another header for the credential, if the CRM names that and not ours. */
  private boolean credential() {
    SpecLocation own = own();
    if (own == null) {
      return false;
    }
    boolean ours = words.toLowerCase(Locale.ROOT).contains(own.path());
    boolean inQuery =
        Pattern.compile("(?i)\\bquery\\b[a-z ]{0,20}['\"`]?" + Pattern.quote(own.path()))
            .matcher(words)
            .find();
    Matcher header = OWN_HEADER.matcher(words);
    if (inQuery) {
      revision.set(own, Aspect.SCHEME, "apiKey in query");
    } else if (!ours && header.find()) {
      revision.rename(
          own, SpecLocation.of(Part.CREDENTIALS, header.group().toLowerCase(Locale.ROOT)));
    }
    return inQuery || !revision.has(own);
  }

  private @Nullable SpecLocation own() {
    return places(Part.CREDENTIALS).stream().findFirst().orElse(null);
  }

  private List<SpecLocation> places(Part part) {
    return revision.spec().places().stream().filter(place -> place.part() == part).toList();
  }
}
