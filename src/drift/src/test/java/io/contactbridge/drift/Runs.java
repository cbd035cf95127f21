package io.contactbridge.drift;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.report.ReportWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Runs whose comparisons found what the test says. */
final class Runs {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  static final Drift REMOVED =
      drift(
          Level.BREAKS,
          new Change(
              Change.Kind.REMOVED,
              null,
              SpecLocation.requestBody("$.contact.email"),
              null,
              "string",
              null,
              List.of(),
              new Facts.Origin("main:specs/linq.yaml", "/components/schemas/ContactInput", 120)),
          "The property `$.contact.email` is gone from the request.",
          "An update of EMAIL would be refused.",
          "0123456789ab");

  static final Drift SHORTER =
      drift(
          Level.MAY_BREAK,
          new Change(
              Change.Kind.CHANGED,
              Aspect.MAX_LENGTH,
              SpecLocation.requestBody("$.contact.title"),
              SpecLocation.requestBody("$.contact.title"),
              null,
              new BigDecimal("5"),
              List.of(SpecLocation.answerBody("200", "$.data.title")),
              new Facts.Origin("specs/linq.yaml", "", 0)),
          "The property `$.contact.title` in the request may have at most 5 characters.",
          "A longer JOB_TITLE would be refused.",
          "123456789012");

  static final Drift REWORDED =
      drift(
          Level.NO_EFFECT,
          new Change(
              Change.Kind.CHANGED,
              Aspect.DESCRIPTION,
              SpecLocation.requestBody("$.contact"),
              SpecLocation.requestBody("$.contact"),
              "The contact.",
              "A contact.",
              List.of(),
              null),
          "The description of `$.contact` is another.",
          "Nobody notices.",
          "1e1000000000");

  private Runs() {}

  static Drift drift(
      Level level, Change change, String sentence, String consequence, String fingerprint) {
    boolean ofField = level != Level.NO_EFFECT;
    return new Drift(
        Crm.LINQ,
        change,
        level,
        "unknown-to-crm",
        sentence,
        consequence,
        ofField ? Set.of(ContactField.EMAIL) : Set.of(),
        ofField ? List.of("io.contactbridge.client.linq.model.ContactInput") : List.of(),
        fingerprint);
  }

  /** Returns a comparison of Linq's specification that finds {@code drifts}. */
  static DriftCheck finding(Drift... drifts) {
    return check("spec", Crm.LINQ, 412, List.of(), drifts);
  }

  static DriftCheck check(
      String comparison, Crm crm, int facts, List<String> notes, Drift... drifts) {
    String after = "specs/" + ReportWords.word(crm) + ".yaml";
    return new DriftCheck(
        comparison,
        crm,
        "main:" + after,
        after,
        () ->
            new DriftReport(
                comparison, crm, "main:" + after, after, Arrays.asList(drifts), notes, facts));
  }

  static DriftCheck failing(String comparison, Crm crm, String reason) {
    return new DriftCheck(
        comparison,
        crm,
        "specs/" + ReportWords.word(crm) + ".yaml",
        "https://example.com/page",
        () -> {
          throw new CannotCheckException(reason);
        });
  }

  static DriftRun of(DriftCheck... checks) {
    return of(Acknowledgements.none(), checks);
  }

  static DriftRun of(Acknowledgements acknowledged, DriftCheck... checks) {
    return DriftRun.of(List.of(checks), acknowledged, Level.MAY_BREAK, TODAY);
  }

  static Acknowledgements acknowledging(String fingerprint, String expires) {
    return acknowledged(
        """
        - fingerprint: %s
          crm: linq
          comparison: spec
          reason: Agreed with Linq
          owner: ada
          expires: %s
        """
            .formatted(fingerprint, expires));
  }

  static Acknowledgements acknowledged(String yaml) {
    return Acknowledgements.read(Source.text("specs/drift.yaml", yaml));
  }

  /** Returns a run with something of everything, and a hostile hand in it. */
  static DriftRun everything() {
    return of(
        acknowledging("123456789012", "2026-12-31"),
        check("spec", Crm.LINQ, 412, List.of("2 lines were not read"), REWORDED, SHORTER, REMOVED),
        failing("docs", Crm.RAZE, "https://example.com/page cannot be read: nothing answers there"),
        check("traffic", Crm.ACQUIRE, 7, List.of()));
  }
}
