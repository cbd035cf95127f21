package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.openapi.SpecPage;
import io.contactbridge.drift.internal.source.GitFile;
import io.contactbridge.drift.internal.source.LocalFile;
import io.contactbridge.drift.internal.source.WebPage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A text to compare: a file, a file as it was at a git revision, or a page. It is read when it is
 * needed, so that one that cannot be read fails the comparison it is for and no other.
 */
public final class Source {
  private final String name;
  private final Supplier<String> reader;
  private final Function<String, Source> beside;

  private Source(String name, Supplier<String> reader, Function<String, Source> beside) {
    this.name = name;
    this.reader = reader;
    this.beside = beside;
  }

  /**
   * Returns the source that {@code where} names: a URL, a file, or a file at a git revision, such
   * as {@code main:specs/linq.yaml}. A file that is there is not taken for a revision.
   */
  public static Source of(String where) {
    requireNonNull(where, "where");
    if (where.matches("(?i)https?://.*")) {
      return new Source(
          where, () -> WebPage.fetch(where), reference -> of(WebPage.beside(where, reference)));
    }
    int colon = where.indexOf(':');
    return colon < 0 || LocalFile.exists(where)
        ? new Source(
            where, () -> LocalFile.read(where), reference -> of(LocalFile.beside(where, reference)))
        : revision(where.substring(0, colon), where.substring(colon + 1));
  }

  /**
   * Returns a file as it was.
   *
   * @param revision a branch, tag or commit
   * @param path from the top of the repository, or from this folder if it starts with {@code ./}
   */
  public static Source revision(String revision, String path) {
    return new Source(
        GitFile.name(revision, path),
        () -> GitFile.in(Path.of("")).read(revision, path),
        reference -> revision(revision, LocalFile.beside(path, reference)));
  }

  /** Returns a text that is at hand, under a name for reports. */
  public static Source text(String name, String text) {
    requireNonNull(text, "text");
    return new Source(requireNonNull(name, "name"), () -> text, reference -> nowhere(name));
  }

  /** Returns the specification that this version of ContactBridge was made from. */
  public static Source shipped(Crm crm) {
    String file = crm.name().toLowerCase(Locale.ROOT) + ".yaml";
    return new Source(
        "specs/" + file, () -> LocalFile.resource("specs/" + file), reference -> nowhere(file));
  }

  private static Source nowhere(String name) {
    throw new CannotCheckException(
        name + " stands in no folder in which another document could be found");
  }

  /**
   * Returns the vendor's page that a specification says it was written from.
   *
   * @throws CannotCheckException if the specification cannot be read, or names no page
   */
  public static Source documentation(Source spec) {
    return of(SpecPage.url(spec));
  }

  /** Returns the name of the source in reports. */
  public String name() {
    return name;
  }

  /** Returns the source that a relative reference in the text names. */
  public Source beside(String reference) {
    return beside.apply(reference);
  }

  /**
   * Reads the text.
   *
   * @throws CannotCheckException if it cannot be read
   */
  public String text() {
    return reader.get();
  }
}
