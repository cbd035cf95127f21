package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/**
 * What a caller sees of a fault. In what is expected, {@code {crm}} is the CRM's name, {@code
 * {port}} the port of the server and {@code *} whatever depends on the platform.
 *
 * @param type the class of the exception, or of the result
 * @param status the HTTP status, or 0 if no answer came
 * @param words the message of the exception, or the outcomes and observations of the result
 */
record Seen(Class<?> type, int status, boolean mayHaveBeenApplied, String words) {
  static Seen unavailable(int status, boolean mayHaveBeenApplied, String words) {
    return new Seen(
        UnavailableException.class,
        status,
        mayHaveBeenApplied,
        words
            + (mayHaveBeenApplied
                ? "; the change may have been applied, and may be sent again"
                : "; the contact was not changed"));
  }

  /** The request, or a part of it that the CRM cannot act on, was all that left. */
  static Seen notSent(String words) {
    return unavailable(0, false, "{crm} gave no answer: " + words);
  }

  static Seen noAnswer(String words) {
    return unavailable(0, true, "{crm} gave no answer: " + words);
  }

  static Seen refused(Class<? extends ContactsException> type, int status, String words) {
    return new Seen(type, status, false, "{crm} answered " + status + words);
  }

  /** Something that is not the CRM's own contacts answered. */
  static Seen somebodyElse(int status) {
    return refused(
        UnavailableException.class,
        status,
        "; this is not how it answers about a contact, so check the base URL; the contact was not"
            + " changed");
  }

  static Seen taken(int status, Outcome outcome, String observations) {
    return new Seen(
        UpdateResult.class, status, true, "{EMAIL=" + outcome + "} [" + observations + "]");
  }

  /** Fails unless {@code seen} is what was expected, after so many attempts. */
  void assertSeen(Rig rig, Object seen, int attempts) {
    assertThat(words(seen)).matches(pattern(rig));
    assertThat(seen).isInstanceOf(type);
    assertThat(status(seen)).isEqualTo(status);
    if (seen instanceof ContactsException failure) {
      assertThat(failure.mayHaveBeenApplied()).isEqualTo(mayHaveBeenApplied);
      assertThat(failure.attempts()).isEqualTo(attempts);
      assertThat(failure.getSuppressed()).hasSize(attempts - 1);
    }
  }

  private static String words(Object seen) {
    return seen instanceof UpdateResult result
        ? result.outcomes() + " " + result.observations()
        : String.valueOf(((Throwable) seen).getMessage());
  }

  private static int status(Object seen) {
    return seen instanceof UpdateResult result
        ? result.status()
        : ((ContactsException) seen).status();
  }

  private Pattern pattern(Rig rig) {
    String quoted =
        Pattern.quote(
            words
                .replace("{crm}", rig.crm().toString())
                .replace("{email}", rig.emailPath())
                .replace("{port}", String.valueOf(rig.server().port())));
    return Pattern.compile(quoted.replace("*", "\\E.*\\Q"), Pattern.DOTALL);
  }
}
