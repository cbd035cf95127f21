package io.contactbridge.drift;

import java.util.List;
import java.util.Optional;

/**
 * What became of one comparison.
 *
 * @param failure why it could not be made, if it could not
 * @param notes what qualifies the result
 * @param facts how many facts were compared
 */
record Checked(
    Check check, Optional<String> failure, List<Finding> findings, List<String> notes, int facts) {
  static Checked failed(Check check, CannotCheckException e) {
    return new Checked(check, Optional.of(String.valueOf(e.getMessage())), List.of(), List.of(), 0);
  }
}
