package io.contactbridge.review.internal.content;

import java.util.List;
import java.util.Optional;

/**
 * The commit and the tool that a page was made with.
 *
 * @param commit that has the specifications, or nothing
 * @param dirty whether they differ from it
 */
public record Stamp(List<Revision> commit, boolean dirty) {
  public static final Stamp NONE = new Stamp(List.of(), false);

  public static Stamp of(Git git) {
    Optional<Revision> head = git.head();
    return new Stamp(head.stream().toList(), head.isPresent() && git.isDirty());
  }

  /** Returns the version of the tool. */
  String version() {
    String version = Stamp.class.getPackage().getImplementationVersion();
    return version == null ? "not packaged" : version;
  }

  boolean isKnown() {
    return !commit.isEmpty();
  }
}
