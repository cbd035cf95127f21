package io.contactbridge.internal.answer;

import io.contactbridge.ContactsException;
import io.contactbridge.Failure;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.UnavailableException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a CRM says that it has no such contact. Callers may delete their own contact on a {@code
 * ContactNotFoundException}, so only a statement of the CRM counts. A proxy's page, an unknown
 * route or a missing user says nothing about the contact.
 *
 * @param codes the CRM's codes for it
 * @param names the CRM's words for a contact in its sentences, in lower case
 */
public record NotFound(Set<String> codes, Set<String> names) {
  private static final Pattern MISSING =
      Pattern.compile("not found|does ?n.t exist|does not exist|no longer exists|was deleted");
  private static final Pattern NO_SUCH =
      Pattern.compile("(no such|no|not find|n't find|unable to find)( the| a| any| this)? (\\w+)");
  private static final Pattern SENTENCE = Pattern.compile("[.;,!?\\n]+(\\s|$)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\w-]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** Other things that may be missing, some of which belong to a contact. */
  private static final Set<String> OTHERS =
      Set.of(
          "user",
          "owner",
          "assignee",
          "assignedto",
          "location",
          "company",
          "business",
          "tag",
          "tags",
          "field",
          "fields",
          "customfield",
          "customfields",
          "account",
          "organization",
          "team",
          "workflow",
          "campaign",
          "opportunity",
          "note",
          "task",
          "list",
          "type",
          "option");

  private static final Set<String> ROUTES =
      Set.of("route", "endpoint", "page", "url", "path", "file", "method", "service", "version");

  /** Returns whether a refusal says that there is no such contact. */
  boolean isContact(Failure failure) {
    String code = failure.code();
    if (code != null && codes.contains(code)) {
      return said(failure).noneMatch(words -> names(words, OTHERS) || names(words, ROUTES));
    }
    // "The contact's owner was not found" is about the owner.
    return said(failure)
        .anyMatch(words -> names(words, names) && !names(words, OTHERS) && !names(words, ROUTES));
  }

  /**
   * Returns the meaning of a status of 404 or 410 that is not about the contact: the CRM misses
   * something else that the update names, or something other than the CRM's contacts answered.
   */
  ContactsException other(Failure failure) {
    String code = failure.code();
    boolean isOwn =
        (code != null && !NUMBER.matcher(code).matches())
            || said(failure).anyMatch(words -> names(words, OTHERS));
    return isOwn && said(failure).noneMatch(words -> names(words, ROUTES))
        ? new InvalidUpdateException(failure)
        : new UnavailableException(
            failure, "; this is not how it answers about a contact, so check the base URL");
  }

  private static Stream<String> said(Failure failure) {
    return Stream.concat(Stream.ofNullable(failure.words()), failure.details().stream())
        .flatMap(words -> SENTENCE.splitAsStream(words.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether a sentence says that something is missing which has one of the names. */
  private static boolean names(String sentence, Set<String> names) {
    Matcher missing = MISSING.matcher(sentence);
    if (missing.find()) {
      List<String> subject =
          Arrays.asList(BETWEEN_WORDS.split(sentence.substring(0, missing.start()), -1));
      return !Collections.disjoint(subject, names);
    }
    Matcher noSuch = NO_SUCH.matcher(sentence);
    return noSuch.find() && names.contains(noSuch.group(3));
  }
}
