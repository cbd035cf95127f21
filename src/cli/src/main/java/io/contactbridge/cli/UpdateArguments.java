package io.contactbridge.cli;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The arguments that update and plan share, except the fields to set. */
@SuppressWarnings("NullAway.Init") // picocli sets the parameters.
final class UpdateArguments {
  @Parameters(
      index = "0",
      paramLabel = "<crm>",
      completionCandidates = CrmCandidates.class,
      description = "One of ${COMPLETION-CANDIDATES}, in any case")
  private Crm crm;

  @Parameters(index = "1", paramLabel = "<id>", description = "The contact's id in the CRM")
  private String id;

  @Option(
      names = "--clear",
      split = ",",
      paramLabel = "FIELD",
      description = "The fields to clear, named like their options without the dashes; repeatable")
  private List<ContactField> cleared = new ArrayList<>();

  @Option(
      names = "--undocumented",
      paramLabel = "PATH=VALUE",
      description =
          "Send a property that the CRM does not document, such as '$.title=CTO' to Raze; repeatable. VALUE is null, or a value as in --custom")
  private List<UndocumentedValue> undocumented = new ArrayList<>();

  @Mixin private ContactsOptions settings;

  @Option(names = "--json", description = "Print one JSON object, also for errors")
  private boolean json;

  Crm crm() {
    return crm;
  }

  String id() {
    return id;
  }

  @Nullable MockUrl mock() {
    return settings.mock();
  }

  UpdateReport report(Terminal terminal) {
    return json ? new UpdateJson(terminal) : new UpdateText(terminal);
  }

  EnvironmentAccount account(Map<String, String> environment) {
    return settings.account(crm, environment);
  }

  Contacts contacts(EnvironmentAccount account) {
    return settings.applyTo(account.contacts(), crm).build();
  }

  /** Returns the changes that the arguments of {@code command} ask for. */
  ContactUpdate update(CommandLine command) {
    settings.check(command);
    ContactUpdate.Builder update = ContactUpdate.builder();
    for (ContactField field : cleared) {
      if (command.getParseResult().hasMatchedOption(FieldOptions.name(field))) {
        throw new ParameterException(
            command, FieldOptions.name(field) + " and --clear name the same field");
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
