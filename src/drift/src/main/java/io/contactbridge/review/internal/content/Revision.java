package io.contactbridge.review.internal.content;

/**
 * A commit.
 *
 * @param hash all of it
 * @param date as ISO 8601, with the time and its offset
 * @param parent the hash of the first parent, or empty
 */
public record Revision(String hash, String parent, String date, String author, String subject) {
  private static final int SHORT = 12;

  public String shortHash() {
    return shortened(hash);
  }

  static String shortened(String hash) {
    return hash.substring(0, Math.min(SHORT, hash.length()));
  }

  public String day() {
    return date.substring(0, Math.min("2026-11-21".length(), date.length()));
  }
}
