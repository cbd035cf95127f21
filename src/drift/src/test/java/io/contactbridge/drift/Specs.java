package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Our specs, and the same with something else in the place of a piece of text. */
public final class Specs {
  private Specs() {}

  public static String text(Crm crm) {
    try {
      return Files.readString(
          Path.of("../../specs", crm.name().toLowerCase(Locale.ROOT) + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the spec with {@code with} for the one piece that there must be. */
  public static String text(Crm crm, String piece, String with) {
    return replace(text(crm), piece, with);
  }

  public static String replace(String text, String piece, String with) {
    int at = text.indexOf(piece);
    assertThat(at).as("where the spec has %s", piece).isNotNegative();
    assertThat(text.indexOf(piece, at + 1)).as("where else it has %s", piece).isNegative();
    return text.replace(piece, with);
  }

  /** Compares as the command does. */
  public static DriftReport drift(Crm crm, String before, String after) {
    return DriftCheck.spec(crm, Source.text("before", before), Source.text("after", after)).run();
  }
}
