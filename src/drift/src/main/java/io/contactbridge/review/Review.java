package io.contactbridge.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The specifications as people see them who decide whether they are right: pages about what each
 * CRM can do and how that is known, what changed since a revision, and what was decided about it.
 *
 * <pre>{@code
 * Review review =
 *     Review.builder()
 *         .specs(Path.of("specs"))
 *         .since("main")
 *         .build();
 * review.write(Path.of("target/review"));
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class Review {
  private final List<CrmPage> crms;
  private final Decisions decisions;
  private final ChangesPage changes;

  private Review(Builder builder) {
    crms = new ArrayList<>();
    for (Map.Entry<Crm, Source> spec : builder.specs.entrySet()) {
      Source source = spec.getValue();
      crms.add(CrmPage.of(Spec.read(spec.getKey(), source.name(), source.text())));
    }
    decisions =
        builder.decisions == null
            ? new Decisions(List.of())
            : Decisions.read(builder.decisions.name(), builder.decisions.text());
    changes = builder.changes(decisions);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Writes the pages into a folder, which is made if there is none; {@code index.html} is the
   * first.
   *
   * @throws IOException if that fails
   */
  public void write(Path folder) throws IOException {
    Site site = new Site(crms, changes.since());
    OverviewPage overview = OverviewPage.of(crms);
    Files.createDirectories(folder);
    write(folder, site, "index", "index.html", overview);
    write(folder, site, "fields", "fields.html", overview);
    for (CrmPage crm : crms) {
      write(folder, site, "crm", crm.file(), crm);
    }
    write(folder, site, "changes", "changes.html", changes);
    write(folder, site, "decisions", "decisions.html", DecisionsPage.of(changes, decisions));
  }

  private static void write(Path folder, Site site, String template, String file, Object page)
      throws IOException {
    String html = Templates.render(template, new Templates.Frame(page, site, file));
    Files.writeString(folder.resolve(file), html, UTF_8);
  }

  /** Returns in sentences which breaking and maybe-breaking changes nobody has approved. */
  public List<String> unapproved() {
    return changes.open().stream().map(Summary::line).toList();
  }

  /** Returns why some specifications could not be compared, in sentences. */
  public List<String> problems() {
    return changes.problems();
  }

  /** Returns what changed and what waits for a decision, in Markdown, such as for a comment. */
  public String summary() {
    return Summary.of(changes);
  }

  ChangesPage changes() {
    return changes;
  }

  /** Collects what is to be shown. */
  public static final class Builder {
    private final Map<Crm, Source> specs = new EnumMap<>(Crm.class);
    private final Map<Crm, Source> before = new EnumMap<>(Crm.class);
    private String since = "";
    private @Nullable Source decisions;

    private Builder() {
      for (Crm crm : Crm.values()) {
        specs.put(crm, Source.shipped(crm));
      }
    }

    /** Takes a specification from elsewhere than from this version of ContactBridge. */
    public Builder spec(Crm crm, Source source) {
      specs.put(requireNonNull(crm, "crm"), requireNonNull(source, "source"));
      return this;
    }

    /**
     * Compares the specifications with earlier ones.
     *
     * @param name what they are called on the pages, such as {@code main}
     * @param before the earlier ones; a CRM that has none is not compared
     */
    public Builder since(String name, Map<Crm, Source> before) {
      this.since = requireNonNull(name, "name");
      this.before.clear();
      this.before.putAll(before);
      return this;
    }

    /** Shows what was decided; {@code specs/README.md} explains the form of the file. */
    public Builder decisions(Source decisions) {
      this.decisions = requireNonNull(decisions, "decisions");
      return this;
    }

    /**
     * Reads and compares all.
     *
     * @throws CannotReviewException if a specification, or the file of decisions, is not of its
     *     form
     * @throws CannotCheckException if one of them cannot be read
     */
    public Review build() {
      return new Review(this);
    }

    private ChangesPage changes(Decisions decisions) {
      List<DriftReport> reports = new ArrayList<>();
      List<RawDiff> diffs = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      before.forEach(
          (crm, earlier) -> {
            Source now = requireNonNull(specs.get(crm));
            try {
              reports.add(DriftCheck.spec(crm, earlier, now).run());
              diffs.add(RawDiff.of(earlier.name(), earlier.text(), now.name(), now.text()));
            } catch (CannotCheckException e) {
              problems.add(crm + " could not be compared: " + e.getMessage());
            }
          });
      return ChangesPage.of(since, reports, decisions, diffs, problems);
    }
  }
}
