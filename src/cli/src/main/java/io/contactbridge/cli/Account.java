package io.contactbridge.cli;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.drift.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An account at a CRM.
 *
 * @param sandbox the account; placeholders stand for credentials that are missing
 * @param missing the environment variables that are not set
 */
record Account(Sandbox sandbox, List<String> missing) {
  /** Returns what the account starts with. */
  Contacts.Builder contacts() {
    return sandbox.contacts();
  }

  /** Returns the account whose credentials are in environment variables. */
  static Account of(Crm crm, Map<String, String> environment) {
    List<String> missing = new ArrayList<>();
    Sandbox sandbox =
        at(
            crm,
            variable -> {
              String value = environment.getOrDefault(variable, "");
              if (value.isBlank()) {
                missing.add(variable);
                return variable.toLowerCase(Locale.ROOT).replace('_', '-');
              }
              return checked(variable, value);
            });
    return new Account(sandbox, missing);
  }

  /** Returns an account at a mock, which takes any credentials. */
  static Account mock(Crm crm) {
    return new Account(at(crm, variable -> "mock"), List.of());
  }

  private static Sandbox at(Crm crm, UnaryOperator<String> credential) {
    return switch (crm) {
      case ACQUIRE -> acquire(credential);
      case HIGHLEVEL -> Sandbox.highLevel(credential.apply("HIGHLEVEL_ACCESS_TOKEN"));
      case LINQ -> Sandbox.linq(credential.apply("LINQ_TOKEN"));
      case RAZE -> Sandbox.raze(credential.apply("RAZE_API_KEY"));
    };
  }

  private static Sandbox acquire(UnaryOperator<String> credential) {
    String accountId = credential.apply("ACQUIRE_ACCOUNT_ID");
    String apiKey = credential.apply("ACQUIRE_API_KEY");
    try {
      return Sandbox.acquire(accountId, apiKey);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          "ACQUIRE_ACCOUNT_ID must be what stands before .acquire.io in the account's address");
    }
  }

  /** Finds what cannot be in a header before it is put into one, and then into a message. */
  private static String checked(String variable, String value) {
    if (!value.chars().allMatch(c -> c > ' ' && c < '\u007f')) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          variable + " holds what no credential does, such as a blank or a line break");
    }
    return value;
  }
}
