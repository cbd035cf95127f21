package io.contactbridge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Gives the help of each command its own exit codes. */
final class ExitCodes {
  private static final String USAGE = "2:Wrong usage";
  private static final String FAULT = "70:A fault of this command itself";

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
          "fields",
          List.of("0:The fields were shown", USAGE, FAULT),
          "drift",
          List.of(
              "0:No drift",
              "1:Drift, see --fail-on",
              "2:Wrong usage, or not checked",
              "3:Credentials are missing, which drift live needs",
              FAULT));

  private ExitCodes() {}

  static void describe(CommandLine program) {
    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              List<String> codes = OF_COMMANDS.get(name);
              if (codes != null) {
                set(command, codes);
                command.getSubcommands().values().forEach(below -> set(below, codes));
              }
            });
  }

  private static void set(CommandLine command, List<String> codes) {
    Map<String, String> list = new LinkedHashMap<>();
    codes.forEach(code -> list.put(code.replaceFirst(":.*", ""), code.replaceFirst("\\d+:", "")));
    command.getCommandSpec().usageMessage().exitCodeList(list);
  }
}
