package io.contactbridge.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Words;
import io.contactbridge.review.internal.pages.ChangesPage;
import io.contactbridge.review.internal.pages.Pages;
import io.contactbridge.review.internal.pages.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages about the specifications for the people who decide whether these are right: what each CRM
 * can do and how that is known, what changed since a revision, and the decisions about it.
 *
 * <pre>{@code
 * Review review =
 *     Review.builder()
 *         .folder(Path.of("specs"))
 *         .since("main")
 *         .build();
 * review.write(Path.of("target/review"));
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class Review {
  private final Pages pages;

  private Review(Builder builder) {
    pages = new Reading(builder).pages();
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
    Files.createDirectories(folder);
    Map<String, String> files = pages.render();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), UTF_8);
    }
  }

  /** Returns in sentences which breaking and maybe-breaking changes nobody has approved. */
  public List<String> unapproved() {
    return changes().open().stream().map(Summary::line).toList();
  }

  /** Returns why some specifications could not be compared, in sentences. */
  public List<String> problems() {
    return changes().problems();
  }

  /** Returns the decisions that match no present or past change, in sentences. */
  public List<String> unused() {
    return pages.decisions().unused().stream().map(Summary::line).toList();
  }

  /** Returns what changed and what waits for a decision, in Markdown, such as for a comment. */
  public String summary() {
    return Summary.of(changes(), pages.decisions());
  }

  /**
   * Returns what this version of the library can do with each field, as {@code
   * specs/capabilities.json} has it.
   */
  public static String capabilities() {
    return Library.current().toJson();
  }

  ChangesPage changes() {
    return pages.changes();
  }

  Pages pages() {
    return pages;
  }

  /** Collects the content of the pages. */
  public static final class Builder {
    final Map<Crm, Source> specs = new EnumMap<>(Crm.class);
    final Map<Crm, Source> before = new EnumMap<>(Crm.class);
    String since = "";
    @Nullable Path folder;
    @Nullable Source decisions;
    @Nullable Source library;
    @Nullable Source libraryBefore;
    LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);

    private Builder() {
      for (Crm crm : Crm.values()) {
        specs.put(crm, Source.shipped(crm));
      }
    }

    /**
     * Takes the specifications, the decisions and what the library can do from a folder, whose
     * history is that of the repository that it is in.
     */
    public Builder folder(Path folder) {
      this.folder = requireNonNull(folder, "folder");
      for (Crm crm : Crm.values()) {
        specs.put(crm, Source.of(folder.resolve(Words.word(crm) + ".yaml").toString()));
      }
      if (Files.exists(folder.resolve("decisions.yaml"))) {
        decisions = Source.of(folder.resolve("decisions.yaml").toString());
      }
      if (Files.exists(folder.resolve(Library.FILE))) {
        library = Source.of(folder.resolve(Library.FILE).toString());
      }
      return this;
    }

    /** Takes a specification from elsewhere than from this version of ContactBridge. */
    public Builder spec(Crm crm, Source source) {
      specs.put(requireNonNull(crm, "crm"), requireNonNull(source, "source"));
      return this;
    }

    /**
     * Compares the specifications of the folder with earlier ones.
     *
     * @param revision a branch, a tag or a commit, or a day such as {@code 2026-11-21}, before
     *     which the last commit is meant
     */
    public Builder since(String revision) {
      this.since = requireNonNull(revision, "revision");
      before.clear();
      return this;
    }

    /**
     * Compares the specifications with earlier ones.
     *
     * @param name what they are called on the pages, such as {@code main}; a decision names it as
     *     its base
     * @param before the earlier ones; a CRM that has none is new
     */
    public Builder since(String name, Map<Crm, Source> before) {
      this.since = requireNonNull(name, "name");
      this.before.clear();
      this.before.putAll(before);
      return this;
    }

    /** Shows the decisions; {@code specs/README.md} explains the form of the file. */
    public Builder decisions(Source decisions) {
      this.decisions = requireNonNull(decisions, "decisions");
      return this;
    }

    /** Takes what the library can do from elsewhere than from this version of ContactBridge. */
    public Builder capabilities(Source now, Source before) {
      this.library = requireNonNull(now, "now");
      this.libraryBefore = requireNonNull(before, "before");
      return this;
    }

    /**
     * Says which day it is, after which a decision may have expired; the present one by default.
     */
    public Builder today(LocalDate today) {
      this.today = requireNonNull(today, "today");
      return this;
    }

    /**
     * Reads and compares all.
     *
     * @throws CannotReviewException if a specification, or the file of decisions, is not of its
     *     form, or if there is no revision of that name
     * @throws CannotCheckException if one of them cannot be read
     */
    public Review build() {
      return new Review(this);
    }
  }
}
