package io.contactbridge.cli;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.OnUnsupported;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options for sending updates, used for a single update and for a file. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class ContactsOptions {
  @Option(
      names = "--on-unsupported",
      paramLabel = "refuse|drop",
      description =
          "What to do if the CRM cannot store a field: refuse the update, or drop the field")
  private OnUnsupported onUnsupported = OnUnsupported.REFUSE;

  @Option(
      names = "--allow-undocumented-clear",
      description = "Clear fields even if the CRM does not document that they can be cleared")
  private boolean allowUndocumentedClear;

  @Option(
      names = "--default-region",
      paramLabel = "REGION",
      description = "The country of phone numbers without a country code, such as US")
  private @Nullable String defaultRegion;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Send to another server, such as a proxy: over HTTPS, or over HTTP to this machine")
  private @Nullable String baseUrl;

  @Option(
      names = "--mock",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = AttachedValue.class,
      paramLabel = "URL",
      description = "Send to the mock that mock/start starts; no credentials are needed")
  private @Nullable MockUrl mock;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long one attempt may take, such as 500ms, 30s (the default) or 2m")
  private Duration timeout = Duration.ofSeconds(30);

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "How long all attempts and waits may take together; 60s by default")
  private @Nullable Duration deadline;

  @Option(
      names = "--retries",
      paramLabel = "NUMBER",
      description = "How often to retry after transient failures; 2 by default")
  private RetriesOption retries = new RetriesOption(2);

  @Nullable MockUrl mock() {
    return mock;
  }

  void check(CommandLine command) {
    if (mock != null && baseUrl != null) {
      throw new ParameterException(command, "--mock and --base-url cannot be combined");
    }
  }

  EnvironmentAccount account(Crm crm, Map<String, String> environment) {
    return mock == null ? EnvironmentAccount.of(crm, environment) : EnvironmentAccount.mock(crm);
  }

  /** Returns the options that change the meaning of an update, by name. */
  Map<String, String> meaning() {
    Map<String, String> meaning = new LinkedHashMap<>();
    meaning.put("onUnsupported", Choice.word(onUnsupported));
    meaning.put("allowUndocumentedClear", String.valueOf(allowUndocumentedClear));
    meaning.put("defaultRegion", String.valueOf(defaultRegion));
    return meaning;
  }

  Contacts.Builder applyTo(Contacts.Builder contacts, Crm crm) {
    contacts.timeout(timeout).maxRetries(retries.number()).onUnsupported(onUnsupported);
    if (deadline != null) {
      contacts.deadline(deadline);
    }
    if (mock != null) {
      contacts.baseUrl(mock.url(crm));
    }
    if (baseUrl != null) {
      contacts.baseUrl(baseUrl);
    }
    if (defaultRegion != null) {
      contacts.defaultRegion(defaultRegion);
    }
    if (allowUndocumentedClear) {
      contacts.allowUndocumentedClear();
    }
    return contacts;
  }
}
