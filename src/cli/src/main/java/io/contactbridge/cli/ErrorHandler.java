package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints an error as one sentence, and with {@code --json} also as JSON. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;

  ErrorHandler(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    return report(CommandFailure.usage(UsageMessage.of(e)), args);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult given) {
    Object first = command.getParseResult().matchedPositionalValue(0, null);
    CommandFailure fault = CommandFailure.of(e, first instanceof Crm crm ? crm : null);
    return report(fault, given.originalArgs().toArray(new String[0]));
  }

  /** Prints a failure and returns its exit code. */
  int report(CommandFailure fault, String... args) {
    terminal.err().println("contactbridge: " + fault.message());
    // Looks at the raw arguments, because parsing them may have failed.
    if (Arrays.asList(args).contains("--json")) {
      terminal.out().println(JsonValue.write(UpdateJson.error(fault)));
    }
    return fault.kind().exitCode();
  }
}
