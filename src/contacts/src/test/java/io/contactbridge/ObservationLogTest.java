package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.contactbridge.client.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

final class ObservationLogTest {
  @Test
  void eachObservationIsALineOfJson() {
    StringBuilder lines = new StringBuilder();
    ObservationLog log = new ObservationLog(lines);

    log.accept(new Observation("$.data.tags[0]", "a string", "an object"));
    log.accept(new Observation("$['a\"b']", "no such property", "null"));

    assertThat(lines)
        .hasToString(
            """
            {"path":"$.data.tags[0]","expected":"a string","found":"an object"}
            {"path":"$['a\\"b']","expected":"no such property","found":"null"}
            """);
  }

  @Test
  void aTargetThatFailsIsToldToWhoCalls() {
    ObservationLog log = new ObservationLog(new FullDisk());

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> log.accept(new Observation("$", "a value", "null")))
        .withMessage("java.io.IOException: no space left");
  }

  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      throw new IOException("no space left");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
