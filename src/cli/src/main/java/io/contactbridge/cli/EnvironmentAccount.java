package io.contactbridge.cli;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.bulk.CredentialFile;
import io.contactbridge.drift.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
record EnvironmentAccount(
    Sandbox sandbox, List<String> missing, @Nullable BooleanSupplier renewed) {
  /** Returns what the account starts with. */
  Contacts.Builder contacts() {
    return sandbox.contacts();
  }

  /**
   * Returns the account whose credentials are in environment variables, or in files, whose paths
   * are in variables whose names end in {@code _FILE}.
   */
  static EnvironmentAccount of(Crm crm, Map<String, String> environment) {
    List<String> missing = new ArrayList<>();
    List<CredentialFile> files = new ArrayList<>();
    Map<String, Supplier<String>> values = new HashMap<>();
    for (String variable : CrmProfile.of(crm).variables()) {
      String path = environment.getOrDefault(variable + "_FILE", "");
      String value = environment.getOrDefault(variable, "");
      if (!path.isBlank()) {
        CredentialFile file = open(variable + "_FILE", Path.of(path));
        files.add(file);
        values.put(variable, file);
      } else if (value.isBlank()) {
        missing.add(variable);
        values.put(variable, () -> variable.toLowerCase(Locale.ROOT).replace('_', '-'));
      } else {
        String credential = checked(variable, value);
        values.put(variable, () -> credential);
      }
    }
    return new EnvironmentAccount(
        at(crm, values),
        missing,
        files.isEmpty()
            ? null
            : () -> files.stream().map(CredentialFile::isRenewed).toList().contains(true));
  }

  private static CredentialFile open(String variable, Path path) {
    try {
      return CredentialFile.open(path, text -> ofFile(variable, text));
    } catch (IOException e) {
      throw new CommandException(
          ErrorKind.CREDENTIALS, variable + " names a file that cannot be read: " + path);
    }
  }

  private static String ofFile(String variable, String text) {
    if (text.isEmpty()) {
      throw new CommandException(ErrorKind.CREDENTIALS, variable + " names a file that is empty");
    }
    return checked(variable, text);
  }

  private static Sandbox at(Crm crm, Map<String, Supplier<String>> values) {
    try {
      return Sandbox.of(crm, variable -> requireNonNull(values.get(variable)).get());
    } catch (IllegalArgumentException e) {
      List<String> address =
          CrmProfile.of(crm).variables().subList(0, CrmProfile.of(crm).variables().size() - 1);
      throw new CommandException(
          ErrorKind.CREDENTIALS, String.join(", ", address) + ": " + e.getMessage());
    }
  }

  /** Returns an account at a mock, which takes any credentials. */
  static EnvironmentAccount mock(Crm crm) {
    return new EnvironmentAccount(Sandbox.of(crm, variable -> "mock"), List.of(), null);
  }

  /**
   * Finds characters that a header cannot have, before an exception about the header quotes them.
   */
  static String checked(String variable, String value) {
    if (!CredentialFile.isCredential(value)) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          variable + " holds what no credential does, such as a blank or a line break");
    }
    return value;
  }
}
