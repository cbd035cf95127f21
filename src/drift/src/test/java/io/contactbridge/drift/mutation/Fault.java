package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;

/**
 * What a vendor has against a body.
 *
 * @param path such as {@code contact.title}; empty for the body
 * @param kind how it is worded
 * @param words such as {@code must be a string}
 */
record Fault(String path, Kind kind, String words) {
  /** What every vendor has words of its own for, and the rest. */
  enum Kind {
    UNKNOWN,
    MISSING,
    OTHER
  }

  static Fault unknown(String path) {
    return new Fault(path, Kind.UNKNOWN, "");
  }

  static Fault missing(String path) {
    return new Fault(path, Kind.MISSING, "is required");
  }

  static Fault of(String path, String words) {
    return new Fault(path, Kind.OTHER, words);
  }

  /** Returns the fault as a sentence, as the vendors write them. */
  String sentence(Crm crm) {
    return switch (kind) {
      case UNKNOWN ->
          switch (crm) {
            case ACQUIRE -> "Unknown field: " + path;
            case HIGHLEVEL -> parent() + "property " + name() + " should not exist";
            case LINQ -> path + " is not allowed";
            case RAZE -> "Unknown field " + path;
          };
      case MISSING -> path + (crm == Crm.HIGHLEVEL ? " should not be empty" : " is required");
      case OTHER -> path.isEmpty() ? words : path + " " + words;
    };
  }

  private String parent() {
    return path.substring(0, path.lastIndexOf('.') + 1);
  }

  private String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
