package io.contactbridge.cli;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/**
 * Writes the script with which bash and zsh complete the command.
 *
 * <p>Picocli generates it from a copy of the commands that adds three facts: the words of a choice
 * differ from its constants, an option takes an optional value only after {@code =} and never from
 * the next argument, and a text can be the path of a file.
 */
@Command(
    name = "generate-completion",
    description = "Write a script for bash and zsh that completes commands and options.",
    // The launcher mentions it; in the help it would distract from the everyday commands.
    hidden = true)
@SuppressWarnings("NullAway.Init") // picocli sets the field.
final class CompletionCommand implements Runnable {
  private static final Pattern FILE = Pattern.compile("<?(file|folder)\\b.*", CASE_INSENSITIVE);

  private final Terminal terminal;
  @Spec private CommandSpec spec;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    CommandSpec program = spec.parent();
    terminal.out().print(AutoComplete.bash(program.name(), new CommandLine(copy(program))));
  }

  private static CommandSpec copy(CommandSpec command) {
    CommandSpec copy = CommandSpec.create().name(command.name());
    command.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> copy.addOption(copy(option)));
    command.positionalParameters().forEach(parameter -> copy.addPositional(copy(parameter)));
    command
        .subcommands()
        .forEach(
            (name, below) -> {
              if (!below.getCommandSpec().usageMessage().hidden()) {
                copy.addSubcommand(name, copy(below.getCommandSpec()));
              }
            });
    return copy;
  }

  private static OptionSpec copy(OptionSpec option) {
    OptionSpec.Builder copy = OptionSpec.builder(option.names()).paramLabel(option.paramLabel());
    return option.arity().min() == 0
        ? copy.type(boolean.class).arity("0").build()
        : copy.type(type(option)).arity("1").completionCandidates(words(option)).build();
  }

  private static PositionalParamSpec copy(PositionalParamSpec parameter) {
    return PositionalParamSpec.builder()
        .index(parameter.index())
        .arity(parameter.arity())
        .paramLabel(parameter.paramLabel())
        .type(type(parameter))
        .completionCandidates(words(parameter))
        .build();
  }

  private static Class<?> type(ArgSpec arg) {
    return FILE.matcher(arg.paramLabel()).matches() ? File.class : String.class;
  }

  /** Returns the possible values, or null if the option is not a choice. */
  private static @Nullable List<String> words(ArgSpec arg) {
    Class<?> type = arg.auxiliaryTypes()[0];
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> Choice.word((Enum<?>) constant))
            .toList()
        : null;
  }
}
