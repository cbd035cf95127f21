package io.contactbridge.review.internal.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * One cause of change: in a specification, in its evidence, or in the library.
 *
 * @param kind such as {@code renamed}, {@code evidence} or {@code library}
 * @param headline what changed, for people who read no code
 * @param consequence what that means, for the same people
 * @param before what was said, or empty
 * @param after what is said now, or empty
 * @param details the same for those who read code: exact places and sentences
 * @param fields the normalised fields concerned
 * @param code the generated classes and tests concerned
 * @param fingerprint the same for the same change in every run
 */
public record ReviewedChange(
    Crm crm,
    Severity impact,
    String kind,
    String headline,
    String consequence,
    String before,
    String after,
    List<String> details,
    Set<ContactField> fields,
    List<String> code,
    String fingerprint) {
  private static final int FINGERPRINT = 12;

  /** Returns a fingerprint of these words. */
  static String fingerprint(String... words) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(String.join("\u0000", words).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
