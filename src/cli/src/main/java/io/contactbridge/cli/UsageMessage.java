package io.contactbridge.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes what is wrong with the arguments, without their values, which are personal data. */
final class UsageMessage {
  private UsageMessage() {}

  static String of(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(command, unmatched.getUnmatched().get(0));
    }
    if (e instanceof MissingParameterException missing) {
      return missing(command, missing.getMissing());
    }
    if (e instanceof OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return option.longestName() + " is given more than once";
    }
    if (e.getCause() instanceof TypeConversionException conversion) {
      String message = String.valueOf(conversion.getMessage());
      return e.getArgSpec() instanceof OptionSpec option
          ? option.longestName() + ": " + message
          : message;
    }
    return String.valueOf(e.getMessage());
  }

  private static String missing(CommandLine command, List<ArgSpec> missing) {
    return missing.get(0) instanceof OptionSpec option
        ? option.longestName() + " needs a value"
        : "%s needs %s; see %s --help"
            .formatted(name(command), needed(command), command.getCommandSpec().qualifiedName());
  }

  /** Returns the command's name below {@code contactbridge}, such as {@code drift spec}. */
  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "");
  }

  private static String needed(CommandLine command) {
    return command.getCommandSpec().positionalParameters().stream()
        .filter(ArgSpec::required)
        .map(ArgSpec::paramLabel)
        .collect(joining(" and "));
  }

  private static String unmatched(CommandLine command, String argument) {
    if (argument.startsWith("-")) {
      String option = Terminal.plain(argument.replaceFirst("=.*", ""));
      List<String> options =
          command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
      return "there is no option %s%s; %s --help lists the options"
          .formatted(
              option,
              Spelling.suggestion(option, options),
              command.getCommandSpec().qualifiedName());
    }
    if (!command.getSubcommands().isEmpty()) {
      return "there is no command \"%s\"%s; %s --help lists the commands"
          .formatted(
              Terminal.plain(argument),
              Spelling.suggestion(argument, command.getSubcommands().keySet()),
              command.getCommandSpec().qualifiedName());
    }
    return "there is one argument too many; put a value that has spaces in quotes";
  }
}
