package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Something in a CRM's answer that is not as its specification says.
 *
 * <p>It names forms and never values, which are personal data, so it may be logged.
 *
 * @param path where it is, as a JSON path such as {@code $.data.tags[0]}
 * @param expected the form that is specified, such as {@code a date-time}
 * @param found the form that came, such as {@code an object}
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
