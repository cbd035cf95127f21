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

/** What an update and its plan have in common, but for the fields to set. */
@SuppressWarnings("NullAway.Init") // picocli sets the parameters.
final class UpdateArguments {
  @Parameters(
      index = "0",
      paramLabel = "<crm>",
      completionCandidates = CrmWords.class,
      description = "${COMPLETION-CANDIDATES}, in any case")
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

  @Mixin private ContactsOptions settings;

  @Option(names = "--json", description = "Print one JSON object, also for errors")
  private boolean json;

  Crm crm() {
    return crm;
  }

  String id() {
    return id;
  }

  @Nullable Mock mock() {
    return settings.mock();
  }

  Report report(Terminal terminal) {
    return json ? new JsonReport(terminal) : new TextReport(terminal);
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
