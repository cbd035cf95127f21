package io.contactbridge.cli;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.OnUnsupported;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What an update and its plan have in common, but for the fields to set. */
@SuppressWarnings("NullAway.Init") // picocli sets the parameters.
final class UpdateOptions {
  @Parameters(
      index = "0",
      paramLabel = "<crm>",
      description = "acquire, highlevel, linq or raze, in any case")
  private Crm crm;

  @Parameters(index = "1", paramLabel = "<id>", description = "The contact's id in the CRM")
  private String id;

  @Option(
      names = "--clear",
      split = ",",
      paramLabel = "FIELD",
      description = "Fields to empty, by the names of their options without dashes; repeatable")
  private List<ContactField> cleared = new ArrayList<>();

  @Option(
      names = "--undocumented",
      paramLabel = "PATH=VALUE",
      description =
          "Send what the CRM does not document, such as '$.title=CTO' at Raze; repeatable. VALUE is"
              + " null, or what it is for --custom")
  private List<UndocumentedValue> undocumented = new ArrayList<>();

  @Option(
      names = "--on-unsupported",
      paramLabel = "refuse|drop",
      description =
          "What to do if the CRM cannot store a field: refuse the update, or drop the field")
  private OnUnsupported onUnsupported = OnUnsupported.REFUSE;

  @Option(
      names = "--allow-undocumented-clear",
      description = "Clear fields even where the CRM does not document that it may be done")
  private boolean allowUndocumentedClear;

  @Option(
      names = "--default-region",
      paramLabel = "REGION",
      description = "Where phone numbers without a country code are from, such as US")
  private @Nullable String defaultRegion;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Send elsewhere, such as to a proxy: over HTTPS, or over HTTP to this machine")
  private @Nullable String baseUrl;

  @Option(
      names = "--mock",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = AttachedValue.class,
      paramLabel = "URL",
      description = "Send to the mock that mock/start starts; no credentials are needed")
  private @Nullable Mock mock;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long one attempt may take, such as 500ms, 30s (the default) or 2m")
  private Duration timeout = Duration.ofSeconds(30);

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "How long all attempts and waits may take together; 60s by default")
  private Duration deadline = Duration.ofSeconds(60);

  @Option(
      names = "--retries",
      paramLabel = "NUMBER",
      description = "How often to try again after failures that pass; 2 by default")
  private Retries retries = new Retries(2);

  @Option(names = "--json", description = "Print one JSON object, errors too")
  private boolean json;

  Crm crm() {
    return crm;
  }

  String id() {
    return id;
  }

  @Nullable Mock mock() {
    return mock;
  }

  Report report(Terminal terminal) {
    return json ? new JsonReport(terminal) : new TextReport(terminal);
  }

  Account account(Map<String, String> environment) {
    return mock == null ? Account.of(crm, environment) : Account.mock(crm);
  }

  Contacts contacts(Account account) {
    Contacts.Builder contacts =
        account
            .contacts()
            .timeout(timeout)
            .deadline(deadline)
            .maxRetries(retries.number())
            .onUnsupported(onUnsupported);
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
    return contacts.build();
  }

  /** Returns the changes that the arguments of {@code command} ask for. */
  ContactUpdate update(CommandLine command) {
    if (mock != null && baseUrl != null) {
      throw new ParameterException(command, "--mock and --base-url are two places to send to");
    }
    ContactUpdate.Builder update = ContactUpdate.builder();
    for (ContactField field : cleared) {
      if (command.getParseResult().hasMatchedOption(FieldOptions.name(field))) {
        throw new ParameterException(
            command, FieldOptions.name(field) + " sets what --clear is to empty");
      }
      update.clear(field);
    }
    undocumented.forEach(each -> update.undocumented(crm, each.path(), each.value()));
    if (!FieldOptions.set(command.getParseResult(), update)
        && cleared.isEmpty()
        && undocumented.isEmpty()) {
      throw new ParameterException(
          command, "there is nothing to update; give a field, such as --email ada@example.com");
    }
    return update.build();
  }
}
