package io.contactbridge.drift.internal.checks;

import io.contactbridge.drift.CannotCheckException;
import java.util.List;
import java.util.Optional;

/**
 * What became of one comparison.
 *
 * @param failure why it could not be made, if it could not
 * @param notes what qualifies the result
 * @param facts how many facts were compared
 */
public record CheckResult(
    Check check, Optional<String> failure, List<Finding> findings, List<String> notes, int facts) {
  static CheckResult failed(Check check, CannotCheckException e) {
    return new CheckResult(
        check, Optional.of(String.valueOf(e.getMessage())), List.of(), List.of(), 0);
  }
}
