package io.contactbridge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Gives the help of each command its own exit codes. */
final class ExitCodes {
  private static final String USAGE = "2:Wrong usage";
  private static final String FAULT = "70:An internal error of this command";

  private static final List<String> COMPARED =
      List.of("0:No drift", "1:Drift, see --fail-on", "2:Wrong usage, or not checked", FAULT);

  private static final Map<String, List<String>> OF_COMMANDS =
      Map.of(
          "update",
          List.of(
              "0:The CRM took the update",
              "1:With --strict, a field has another value",
              "2:Wrong usage, or an update refused before it was sent",
              "3:Credentials are missing, or the CRM refused them",
              "4:The CRM has no such contact",
              "5:The CRM refused the update as invalid or as a conflict",
              "6:The CRM gave no answer, cannot work now, or had too many calls; try later",
              FAULT),
          "plan",
          List.of("0:The plan was shown", "2:Wrong usage, or an update that is refused", FAULT),
          "bulk",
          List.of(
              "0:Every row was made, or had nothing to change",
              "1:Rows failed",
              "2:Wrong usage, or the file cannot be an input",
              "3:Credentials are missing, or the CRM refused them",
              "6:The CRM could not take updates for as long as was waited",
              FAULT,
              "74:A file could not be read or written",
              "130:It was stopped, and the same command goes on"),
          "fields",
          List.of("0:The fields were shown", USAGE, FAULT),
          "drift",
          List.of(
              "0:No drift",
              "1:Drift, see --fail-on",
              "2:Wrong usage, or not checked",
              "3:Credentials are missing, which drift live needs",
              FAULT),
          "drift live",
          List.of(
              "0:No drift",
              "1:Drift, see --fail-on",
              "2:Wrong usage, or not checked",
              "3:Credentials are missing",
              FAULT),
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
