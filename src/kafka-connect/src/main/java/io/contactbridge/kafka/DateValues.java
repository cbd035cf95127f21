package io.contactbridge.kafka;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads dates in the forms in which records have them. */
final class DateValues {
  private DateValues() {}

  /**
   * Returns a value as a date. A timestamp is a date only at midnight, because at another time the
   * day would depend on the time zone.
   *
   * @throws IllegalArgumentException if the value is not a date
   */
  static LocalDate date(String name, Object value) {
    LocalDateTime time = time(name, value);
    if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException(
          name + " has a time of day, so it is not a date; convert it to a date in the source");
    }
    return time.toLocalDate();
  }

  private static LocalDateTime time(String name, Object value) {
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    } else if (value instanceof LocalDateTime time) {
      return time;
    } else if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    LocalDateTime parsed = value instanceof String text ? parse(text) : null;
    if (parsed == null) {
      throw new IllegalArgumentException(
          name
              + " is "
              + RecordValues.kind(value)
              + ", not a date; a date has the form 1815-12-10, or a logical type, which JSON has only"
              + " with schemas.enable=true");
    }
    return parsed;
  }

  private static @Nullable LocalDateTime parse(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay()
          : OffsetDateTime.parse(text).toLocalDateTime();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
