package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureTest {
  @Test
  void messageHasAllThatIsKnown() {
    Failure failure =
        new Failure(
            Crm.RAZE,
            400,
            "VALIDATION_ERROR",
            "Validation failed",
            List.of("email: Invalid format", "name: Too long"),
            "req-1",
            null,
            "{}",
            Failure.Progress.NONE,
            null);

    assertThat(failure.message())
        .isEqualTo(
            "Raze answered 400: Validation failed; email: Invalid format; name: Too long"
                + " (VALIDATION_ERROR) (request req-1)");
  }

  @Test
  void messageHasNothingThatIsNotKnown() {
    Failure failure =
        new Failure(
            Crm.LINQ, 500, null, null, List.of(), null, null, "", Failure.Progress.NONE, null);

    assertThat(failure.message()).isEqualTo("Linq answered 500");
  }

  @Test
  void messageDoesNotRepeatItself() {
    Failure failure =
        new Failure(
            Crm.HIGHLEVEL,
            422,
            null,
            "a",
            List.of("a", "b"),
            null,
            null,
            "",
            Failure.Progress.NONE,
            null);

    assertThat(failure.message()).isEqualTo("HighLevel answered 422: a; b");
  }

  @Test
  void messageTellsThatNoAnswerCame() {
    assertThat(Failure.withoutAnswer(Crm.ACQUIRE, "timeout").message())
        .isEqualTo("Acquire gave no answer: timeout");
  }

  @Test
  void messageIsOneLineOfBoundedLength() {
    Failure failure =
        new Failure(
            Crm.LINQ,
            500,
            null,
            "a\n\u001b[31mb" + "c".repeat(9999),
            List.of(),
            null,
            null,
            "",
            Failure.Progress.NONE,
            null);

    assertThat(failure.message()).startsWith("Linq answered 500: a [31mbccc").hasSize(1001);
  }
}
