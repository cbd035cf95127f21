package io.contactbridge.drift.internal.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where in an operation a fact holds.
 *
 * @param part which part of the operation
 * @param status of an answer, such as {@code 200} or {@code default}; empty elsewhere
 * @param path within the part: a JSON path in a body, where {@code [*]} is any element and {@code
 *     .*} any further property; a name elsewhere, of which headers' are in lower case; empty for
 *     the part itself
 */
public record SpecLocation(Part part, String status, String path)
    implements Comparable<SpecLocation> {
  /** The parts of an operation. */
  public enum Part {
    /** The operation itself: its method and path. */
    OPERATION,
    /** One server; the path is its URL as {@link Urls#normal} writes it. */
    SERVER,
    /** A way of showing who calls; the path is the name of the header, or of what carries it. */
    CREDENTIALS,
    PATH_PARAMETER,
    QUERY_PARAMETER,
    REQUEST_HEADER,
    COOKIE,
    REQUEST_BODY,
    /** One status with all that belongs to it. */
    ANSWER,
    ANSWER_HEADER,
    ANSWER_BODY;

    public boolean isAnswer() {
      return this == ANSWER || this == ANSWER_HEADER || this == ANSWER_BODY;
    }

    /** Returns whether it is one of the places for a value outside of the path and the body. */
    public boolean isParameter() {
      return this == QUERY_PARAMETER || this == REQUEST_HEADER || this == COOKIE;
    }

    /** Returns whether things in it are told apart by names that a vendor chose. */
    public boolean isNamed() {
      return isBody() || isParameter() || this == ANSWER_HEADER;
    }

    public boolean isBody() {
      return this == REQUEST_BODY || this == ANSWER_BODY;
    }
  }

  public SpecLocation {
    requireNonNull(part, "part");
    requireNonNull(status, "status");
    requireNonNull(path, "path");
  }

  public static SpecLocation of(Part part, String path) {
    return new SpecLocation(part, "", path);
  }

  public static SpecLocation requestBody(String jsonPath) {
    return of(Part.REQUEST_BODY, jsonPath);
  }

  public static SpecLocation answerBody(String status, String jsonPath) {
    return new SpecLocation(Part.ANSWER_BODY, status, jsonPath);
  }

  /** Returns the last name of the path, such as {@code email} of {@code $.contact.email}. */
  public String name() {
    String name = path.endsWith("[*]") ? path.substring(0, path.length() - 3) : path;
    return part.isBody() ? name.substring(name.lastIndexOf('.') + 1) : name;
  }

  /** Returns the place around this one in the same body, or null if there is none. */
  public @Nullable SpecLocation outer() {
    int end = path.endsWith("[*]") ? path.length() - 3 : path.lastIndexOf('.');
    return part.isBody() && end > 0 ? new SpecLocation(part, status, path.substring(0, end)) : null;
  }

  /** Returns whether this place is {@code outer} or lies within it. */
  public boolean isWithin(SpecLocation outer) {
    return part == outer.part
        && status.equals(outer.status)
        && (path.equals(outer.path)
            || (part.isBody()
                && (path.startsWith(outer.path + ".") || path.startsWith(outer.path + "["))));
  }

  @Override
  public int compareTo(SpecLocation that) {
    int byPart = part.compareTo(that.part);
    int byStatus = byPart != 0 ? byPart : status.compareTo(that.status);
    return byStatus != 0 ? byStatus : path.compareTo(that.path);
  }

  /** Returns the place in words, such as {@code $.data.email in the answer 200}. */
  @Override
  public String toString() {
    return switch (part) {
      case OPERATION -> "the operation";
      case SERVER -> path.isEmpty() ? "the server" : "the server " + path;
      case CREDENTIALS -> "the credential in " + path;
      case PATH_PARAMETER -> "the path parameter " + path;
      case QUERY_PARAMETER -> "the query parameter " + path;
      case REQUEST_HEADER -> "the request header " + path;
      case COOKIE -> "the cookie " + path;
      case REQUEST_BODY -> path.isEmpty() ? "the request body" : path + " in the request";
      case ANSWER -> "the answer " + status;
      case ANSWER_HEADER -> "the header " + path + " of the answer " + status;
      case ANSWER_BODY -> path + " in the answer " + status;
    };
  }
}
