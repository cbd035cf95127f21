package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A difference between a CRM's answer and its specification.
 *
 * <p>It describes types and formats and never values, which are personal data, so it may be logged.
 *
 * @param path the JSON path of the difference, such as {@code $.data.tags[0]}
 * @param expected the specified form, such as {@code a date-time}
 * @param found the form in the answer, such as {@code an object}
 */
public record Observation(String path, String expected, String found) implements Serializable {
  public Observation {
    requireNonNull(path, "path");
    requireNonNull(expected, "expected");
    requireNonNull(found, "found");
  }

  @Override
  public String toString() {
    return path + ": expected " + expected + ", found " + found;
  }
}
