package io.contactbridge.cli;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.drift.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An account at a CRM.
 *
 * @param sandbox the account; placeholders stand for credentials that are missing
 * @param missing the environment variables that are not set
 * @param renewed says whether a credential was renewed in its file since it was last asked, or null
 *     if none is in a file
 */
record Account(Sandbox sandbox, List<String> missing, @Nullable BooleanSupplier renewed) {
  /** Returns what the account starts with. */
  Contacts.Builder contacts() {
    return sandbox.contacts();
  }

  /**
   * Returns the account whose credentials are in environment variables, or in files that variables
   * with {@code _FILE} at the end of their name are the paths of.
   */
  static Account of(Crm crm, Map<String, String> environment) {
    List<String> missing = new ArrayList<>();
    List<CredentialFile> files = new ArrayList<>();
    Sandbox sandbox =
        at(
            crm,
            variable -> {
              String path = environment.getOrDefault(variable + "_FILE", "");
              if (!path.isBlank()) {
                CredentialFile file = CredentialFile.open(variable, Path.of(path));
                files.add(file);
                return file;
              }
              String value = environment.getOrDefault(variable, "");
              if (value.isBlank()) {
                missing.add(variable);
                return () -> variable.toLowerCase(Locale.ROOT).replace('_', '-');
              }
              String credential = checked(variable, value);
              return () -> credential;
            });
    return new Account(
        sandbox,
        missing,
        files.isEmpty()
            ? null
            : () -> files.stream().map(CredentialFile::isRenewed).toList().contains(true));
  }

  /** Returns an account at a mock, which takes any credentials. */
  static Account mock(Crm crm) {
    return new Account(at(crm, variable -> () -> "mock"), List.of(), null);
  }

  private static Sandbox at(Crm crm, Function<String, Supplier<String>> credential) {
    return switch (crm) {
      case ACQUIRE -> acquire(credential);
      case HIGHLEVEL -> Sandbox.highLevel(credential.apply("HIGHLEVEL_ACCESS_TOKEN"));
      case LINQ -> Sandbox.linq(credential.apply("LINQ_TOKEN"));
      case RAZE -> Sandbox.raze(credential.apply("RAZE_API_KEY"));
    };
  }

  private static Sandbox acquire(Function<String, Supplier<String>> credential) {
    String accountId = credential.apply("ACQUIRE_ACCOUNT_ID").get();
    Supplier<String> apiKey = credential.apply("ACQUIRE_API_KEY");
    try {
      return Sandbox.acquire(accountId, apiKey);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          "ACQUIRE_ACCOUNT_ID must be what stands before .acquire.io in the account's address");
    }
  }

  /** Finds what cannot be in a header before it is put into one, and then into a message. */
  static String checked(String variable, String value) {
    if (!value.chars().allMatch(c -> c > ' ' && c < '\u007f')) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          variable + " holds what no credential does, such as a blank or a line break");
    }
    return value;
  }
}
