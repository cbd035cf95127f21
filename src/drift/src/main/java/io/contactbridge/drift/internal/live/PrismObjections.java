package io.contactbridge.drift.internal.live;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.internal.answers.AnswerReport;
import io.contactbridge.drift.internal.answers.OperationUrls;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.impact.DriftMeaning;
import io.contactbridge.drift.internal.impact.LocationWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Sends requests by way of Prism, and makes drift of what it objects to in the answers. */
final class PrismObjections implements Interceptor {
  private static final String FORWARDED = "sl-forwarded";

  private static final Map<String, Aspect> ASPECTS =
      Map.ofEntries(
          Map.entry("type", Aspect.TYPE),
          Map.entry("format", Aspect.FORMAT),
          Map.entry("enum", Aspect.ENUM),
          Map.entry("const", Aspect.ENUM),
          Map.entry("required", Aspect.REQUIRED),
          Map.entry("pattern", Aspect.PATTERN),
          Map.entry("minLength", Aspect.MIN_LENGTH),
          Map.entry("maxLength", Aspect.MAX_LENGTH),
          Map.entry("minimum", Aspect.MINIMUM),
          Map.entry("maximum", Aspect.MAXIMUM),
          Map.entry("minItems", Aspect.MIN_ITEMS),
          Map.entry("maxItems", Aspect.MAX_ITEMS),
          Map.entry("additionalProperties", Aspect.CLOSED));

  private final Facts spec;
  private final HttpUrl proxy;
  private final String upstream;
  private final List<Objection> objections = new CopyOnWriteArrayList<>();
  private final AtomicInteger validated = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();

  /**
   * Sends by way of a proxy.
   *
   * @param upstream what the URL of each request starts with, in place of which the proxy stands
   */
  PrismObjections(Facts spec, HttpUrl proxy, String upstream) {
    this.spec = spec;
    this.proxy = proxy;
    this.upstream = upstream;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String path = request.url().toString().substring(upstream.length());
    HttpUrl url = Objects.requireNonNull(proxy.resolve(path));
    Response response = chain.proceed(request.newBuilder().url(url).build());
    if (response.header(FORWARDED) == null) {
      response.close();
      throw new IOException("Prism had no answer to pass on");
    }
    listen(response);
    return response
        .newBuilder()
        .request(request)
        .removeHeader(FORWARDED)
        .removeHeader(Objection.HEADER)
        .build();
  }

  private void listen(Response response) {
    String header = Objects.requireNonNullElse(response.header(Objection.HEADER), "[]");
    List<Objection> said = Objection.in(response.code(), header);
    if (said.stream().noneMatch(Objection::isUnknownRoute)) {
      validated.incrementAndGet();
      objections.addAll(said);
      cutOff.addAndGet(Objection.isCutOff(header) ? 1 : 0);
    }
  }

  /**
   * Returns a report with what Prism objects to beside what was found already.
   *
   * @throws CannotCheckException if it has validated no answer
   */
  DriftReport addTo(DriftReport report) {
    if (validated.get() == 0) {
      throw new CannotCheckException(
          "Prism validated nothing, since no answer to %s %s passed through it; the check by itself found %s"
              .formatted(
                  OperationUrls.method(spec),
                  OperationUrls.template(spec),
                  AnswerReport.count(report.drifts().size(), "entry", "entries")));
    }
    FactsRevision before = new FactsRevision(spec);
    FactsRevision after = new FactsRevision(spec);
    List<String> notes = new ArrayList<>(report.notes());
    notes.add("Prism validated " + AnswerReport.count(validated.get(), "answer") + ".");
    Set<String> words = new LinkedHashSet<>();
    for (Objection objection : objections) {
      SpecLocation place = objection.place(spec);
      if (objection.ofAnswer() && objection.grave() && !isTold(report, place)) {
        words.add(revise(before, after, place, objection.code()));
      } else if (!objection.ofAnswer() && objection.status() / 100 == 2) {
        words.add(
            "Prism objects to %s (%s), which was taken all the same."
                .formatted(LocationWords.of(place), rule(objection.code())));
      }
    }
    notes.addAll(words);
    if (cutOff.get() > 0) {
      notes.add("Prism had more objections than it could tell.");
    }
    return with(report, before.facts(spec.source()), after.facts(report.after()), notes);
  }

  private static DriftReport with(
      DriftReport report, Facts before, Facts after, List<String> notes) {
    List<Drift> drifts =
        Stream.concat(
                report.drifts().stream(),
                DriftMeaning.of(report.crm(), before, after, Comparison.compare(before, after))
                    .stream())
            .sorted(DriftMeaning.WORST_FIRST)
            .toList();
    return new DriftReport(
        report.comparison(),
        report.crm(),
        report.before(),
        report.after() + " through Prism",
        drifts,
        notes,
        report.checked());
  }

  private static boolean isTold(DriftReport report, SpecLocation place) {
    return report.drifts().stream()
        .map(Drift::change)
        .flatMap(
            change ->
                Stream.concat(
                    change.also().stream(),
                    Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)))
        .anyMatch(told -> isSame(told, place));
  }

  private static boolean isSame(SpecLocation told, SpecLocation place) {
    boolean ofAnswer = told.part() == Part.ANSWER && place.status().equals(told.status());
    return ofAnswer || place.isWithin(told) || told.isWithin(place);
  }

  /** Takes away the rule that does not hold, and returns in words what was objected to. */
  private static String revise(
      FactsRevision before, FactsRevision after, SpecLocation place, String code) {
    Aspect aspect = ASPECTS.get(code);
    if (!before.has(place)) {
      after.add(place);
    } else if (aspect != null && before.get(place, aspect) != null) {
      after.set(place, aspect, null);
    } else {
      withoutRule(before, after, place, rule(code));
    }
    return "Only Prism objects to %s (%s).".formatted(LocationWords.of(place), rule(code));
  }

  /** A rule that is no fact by itself is made one of the specification. */
  private static void withoutRule(
      FactsRevision before, FactsRevision after, SpecLocation place, String rule) {
    Set<String> rules = new TreeSet<>(before.list(place, Aspect.FURTHER_RULES));
    Set<String> left = new TreeSet<>(rules);
    if (!left.removeIf(each -> each.equals(rule) || each.startsWith(rule + ": "))) {
      rules.add(rule);
    }
    before.set(place, Aspect.FURTHER_RULES, List.copyOf(rules));
    after.set(place, Aspect.FURTHER_RULES, left.isEmpty() ? null : List.copyOf(left));
  }

  private static String rule(String code) {
    return code.isEmpty() ? "undocumented" : code;
  }
}
