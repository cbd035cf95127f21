package io.contactbridge.cli;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Gives a command one option for each {@link ContactField}. */
final class FieldOptions implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec command) {
    List<OptionSpec> others = List.copyOf(command.options());
    List<OptionSpec> fields =
        Arrays.stream(ContactField.values()).map(FieldOptions::option).toList();
    fields.forEach(command::addOption);
    // An ArgGroup would accept the same option twice.
    command
        .usageMessage()
        .sectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help ->
                help.createHeading("Fields:%n")
                    + help.optionListExcludingGroups(fields)
                    + help.createHeading("%nOptions:%n")
                    + help.optionListExcludingGroups(others));
    return command;
  }

  /** Sets the fields whose options were given, and returns whether there were any. */
  static boolean set(ParseResult given, ContactUpdate.Builder update) {
    boolean any = false;
    for (ContactField field : ContactField.values()) {
      OptionSpec option = given.matchedOption(name(field));
      any |= option != null;
      if (option != null && field == ContactField.CUSTOM_FIELDS) {
        List<CustomField> customFields = option.getValue();
        customFields.forEach(custom -> update.customField(custom.key(), custom.value()));
      } else if (option != null) {
        update.set(field, option.getValue());
      }
    }
    return any;
  }

  /** Returns the name of the field's option. */
  static String name(ContactField field) {
    return "--" + word(field);
  }

  /** Returns a field's name on the command line; singular, because such options can be repeated. */
  static String word(ContactField field) {
    return switch (field) {
      case TAGS -> "tag";
      case CUSTOM_FIELDS -> "custom";
      default -> Choice.word(field);
    };
  }

  private static OptionSpec option(ContactField field) {
    OptionSpec.Builder option = OptionSpec.builder(name(field)).description(description(field));
    return switch (field) {
      case DATE_OF_BIRTH ->
          option
              .type(LocalDate.class)
              .converters(FieldOptions::date)
              .paramLabel("YYYY-MM-DD")
              .build();
      case TAGS -> option.type(List.class).auxiliaryTypes(String.class).paramLabel("TAG").build();
      case DO_NOT_DISTURB ->
          option
              .type(Boolean.class)
              .converters(FieldOptions::truth)
              .arity("0..1")
              .fallbackValue("true")
              .preprocessor(new AttachedValue())
              .paramLabel("true|false")
              .build();
      case CUSTOM_FIELDS ->
          option
              .type(List.class)
              .auxiliaryTypes(CustomField.class)
              .converters(CustomField::parse)
              .paramLabel("KEY=VALUE")
              .build();
      default -> option.type(String.class).paramLabel("TEXT").build();
    };
  }

  private static String description(ContactField field) {
    return switch (field) {
      case FULL_NAME -> "First and last name together";
      case FIRST_NAME, LAST_NAME -> "A CRM that has only full names needs both";
      case EMAIL -> "Such as ada@example.com";
      case PHONE -> "Preferably with its country code, such as +12025550123";
      case COMPANY -> "Name of the company";
      case JOB_TITLE -> "Position in the company";
      case STREET -> "Street and number";
      case CITY -> "Town or city";
      case REGION -> "State, province or the like";
      case POSTAL_CODE -> "ZIP or postal code";
      case COUNTRY -> "ISO 3166-1 alpha-2 code, such as US";
      case LOCATION -> "Where the person is, as free text";
      case WEBSITE -> "Such as https://example.com/";
      case LINKEDIN_URL -> "Address of the profile";
      case TIMEZONE -> "IANA name, such as Europe/London";
      case DATE_OF_BIRTH -> "Such as 1815-12-10";
      case TAGS -> "Repeatable; these replace all tags of the contact";
      case SOURCE -> "Where the contact came from";
      case OWNER -> "A user's id or email address, as contactbridge fields <crm> shows";
      case DO_NOT_DISTURB -> "Whether the contact must not be disturbed; true without a value";
      case CUSTOM_FIELDS ->
          "Repeatable; KEY is the field's key or id, as contactbridge fields <crm> shows. VALUE is text unless it is a JSON number, true, false, object, array or string in double quotes";
    };
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("a date must have the form 1815-12-10");
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new TypeConversionException("the value must be true or false");
    };
  }
}
