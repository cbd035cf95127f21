package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A source of a statement in a specification, which a reader can open. Immutable. */
public final class Citation implements Serializable {
  private static final long serialVersionUID = 1;

  private final String name;
  private final String url;
  private final LocalDate read;

  private Citation(String name, String url, String read) {
    this.name = name;
    this.url = url;
    this.read = LocalDate.parse(read);
  }

  /**
   * Returns a document on the web.
   *
   * @param read the day on which it was read, in the form {@code 2026-02-01}
   */
  public static Citation url(String url, String read) {
    return new Citation(requireNonNull(url, "url"), url, read);
  }

  /**
   * Returns a file in a repository at GitHub.
   *
   * @param repository its owner and name, such as {@code acme/api-docs}
   * @param read the day on which it was read, in the form {@code 2026-02-01}
   */
  public static Citation file(String repository, String path, String read) {
    String url = "https://github.com/" + repository + "/blob/HEAD/" + path.replace(" ", "%20");
    return new Citation(path + " in " + repository, url, read);
  }

  /**
   * Returns an issue at GitHub.
   *
   * @param issue its repository and number, such as {@code acme/api-docs#12}
   * @param read the day on which it was read, in the form {@code 2026-02-01}
   */
  public static Citation issue(String issue, String read) {
    return new Citation(issue, "https://github.com/" + issue.replace("#", "/issues/"), read);
  }

  /** Returns a short name for readers: the file and its repository, the issue, or the URL. */
  public String name() {
    return name;
  }

  /** Returns the HTTPS URL at which it can be opened. */
  public String url() {
    return url;
  }

  /** Returns the day on which it was read. */
  public LocalDate read() {
    return read;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Citation that && url.equals(that.url) && read.equals(that.read);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }

  @Override
  public String toString() {
    return name + ", read " + read;
  }
}
