package io.contactbridge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Gives the help of each command its own exit codes. */
final class ExitCodes {
  private static final String USAGE = "2:Wrong usage";
  private static final String FAULT = "70:An internal error in this command";

  private static final String DRIFT = "1:Drift was found, see --fail-on";
  private static final String NOT_CHECKED = "2:Wrong usage, or the check failed";
  private static final List<String> COMPARED = List.of("0:No drift", DRIFT, NOT_CHECKED, FAULT);

  private static final Map<String, List<String>> OF_COMMANDS =
      Map.of(
          "update",
          List.of(
              "0:The CRM accepted the update",
              "1:With --strict, the CRM has another value for a field",
              "2:Wrong usage, or an update refused before it was sent",
              "3:Credentials are missing, or the CRM refused them",
              "4:The CRM has no such contact",
              "5:The CRM refused the update as invalid or as a conflict",
              "6:The CRM gave no answer, is unavailable, or allows no more calls now; try later",
              FAULT),
          "plan",
          List.of("0:The plan was shown", "2:Wrong usage, or the update would be refused", FAULT),
          "bulk",
          List.of(
              "0:Every row was updated or had nothing to change",
              "1:Rows failed",
              "2:Wrong usage, or the file cannot be used as input",
              "3:Credentials are missing, or the CRM refused them",
              "6:No row could be sent for the time of --give-up-after",
              FAULT,
              "74:A file could not be read or written",
              "130:A signal stopped the run; the same command resumes it"),
          "fields",
          List.of("0:The fields were shown", USAGE, FAULT),
          "drift",
          List.of(
              "0:No drift", DRIFT, NOT_CHECKED, "3:Credentials are missing (drift live)", FAULT),
          "drift live",
          List.of("0:No drift", DRIFT, NOT_CHECKED, "3:Credentials are missing", FAULT),
          "drift spec",
          COMPARED,
          "drift docs",
          COMPARED,
          "drift traffic",
          COMPARED);

  private ExitCodes() {}

  static void describe(CommandLine program) {
    program
        .getSubcommands()
        .values()
        .forEach(
            command -> {
              String name = command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "");
              if (OF_COMMANDS.containsKey(name)) {
                set(command, OF_COMMANDS.get(name));
              }
              describe(command);
            });
  }

  private static void set(CommandLine command, List<String> codes) {
    Map<String, String> list = new LinkedHashMap<>();
    codes.forEach(code -> list.put(code.replaceFirst(":.*", ""), code.replaceFirst("\\d+:", "")));
    command.getCommandSpec().usageMessage().exitCodeList(list);
  }
}
