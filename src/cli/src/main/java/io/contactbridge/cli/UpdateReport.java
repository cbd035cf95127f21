package io.contactbridge.cli;

import io.contactbridge.UpdatePlan;
import io.contactbridge.UpdateResult;
import java.util.ArrayList;
import java.util.List;

/** Prints the plan or the result of an update. */
interface UpdateReport {
  /**
   * Prints a plan.
   *
   * @param missing the environment variables that an update would need and that are not set
   */
  void plan(String id, UpdatePlan plan, List<String> missing);

  void result(String id, UpdateResult result);

  /** Returns what a person should know before sending a plan. */
  default List<String> warnings(UpdatePlan plan, List<String> missing) {
    List<String> warnings = new ArrayList<>(plan.warnings());
    missing.forEach(
        variable -> warnings.add(variable + " is not set; contactbridge update needs it"));
    return warnings;
  }
}
