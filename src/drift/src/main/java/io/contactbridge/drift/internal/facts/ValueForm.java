package io.contactbridge.drift.internal.facts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The form of a text or a number, which is kept in place of the value. The first match counts. */
public enum ValueForm {
  DATE_TIME("date-time", "a date-time of RFC 3339"),
  DATE("date", "a date"),
  LOCAL_DATE_TIME("date and time without a zone", "a date and time without a zone"),
  UUID("uuid", "a UUID"),
  EPOCH_SECONDS("seconds since 1970", "seconds since 1970"),
  EPOCH_MILLISECONDS("milliseconds since 1970", "milliseconds since 1970"),
  DIGITS("digits", "digits"),
  DECIMAL("decimal", "a decimal number"),
  EMAIL("email", "an email address"),
  URI("uri", "a URI"),
  OTHER_DATE("date in another form", "a date in another form"),
  OBJECT_ID("24 hexadecimal digits", "24 hexadecimal digits"),
  PREFIXED("prefixed word", "a word after a prefix"),
  TEXT("text", "some text");

  private static final Pattern OTHER_DATES =
      Pattern.compile(
          "\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}([ T,].*)?|\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}.*"
              + "|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? +)?(?:\\d{1,2} +)?"
              + "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +\\d{1,4}.*");
  private static final BigDecimal YEAR_2001 = new BigDecimal("1000000000");
  private static final BigDecimal YEAR_2286 = new BigDecimal("10000000000");
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private static final List<ValueForm> IDENTIFIERS =
      List.of(UUID, DIGITS, EPOCH_SECONDS, EPOCH_MILLISECONDS, OBJECT_ID, PREFIXED, TEXT);

  private final String format;
  private final String words;

  ValueForm(String format, String words) {
    this.format = format;
    this.words = words;
  }

  /** Returns the format of OpenAPI, or the words for one that OpenAPI has not. */
  public String format() {
    return format;
  }

  public boolean isIdentifier() {
    return IDENTIFIERS.contains(this);
  }

  public boolean isEpoch() {
    return this == EPOCH_SECONDS || this == EPOCH_MILLISECONDS;
  }

  public static ValueForm of(BigDecimal number) {
    if (number.compareTo(YEAR_2001) >= 0 && number.compareTo(YEAR_2286) < 0) {
      return EPOCH_SECONDS;
    }
    return number.compareTo(YEAR_2001.multiply(THOUSAND)) >= 0
            && number.compareTo(YEAR_2286.multiply(THOUSAND)) < 0
        ? EPOCH_MILLISECONDS
        : JsonTypes.ofValue(number).equals("integer") ? DIGITS : DECIMAL;
  }

  public static ValueForm of(String text) {
    if (text.matches("\\d{1,18}")) {
      return of(new BigDecimal(text));
    }
    return Arrays.stream(values()).filter(form -> form.fits(text)).findFirst().orElse(TEXT);
  }

  private boolean fits(String text) {
    return switch (this) {
      case DATE_TIME -> parses(() -> OffsetDateTime.parse(text));
      case DATE -> parses(() -> LocalDate.parse(text));
      case LOCAL_DATE_TIME -> text.matches("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d.*");
      case UUID -> text.matches("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
      case EPOCH_SECONDS, EPOCH_MILLISECONDS -> false;
      case DIGITS -> text.matches("\\d+");
      case DECIMAL -> text.matches("-?\\d+\\.\\d+|-\\d+");
      case EMAIL -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
      case URI -> text.matches("[a-zA-Z][a-zA-Z0-9+.-]*://\\S+");
      case OTHER_DATE -> text.length() < 60 && OTHER_DATES.matcher(text).matches();
      case OBJECT_ID -> text.matches("(?i)[0-9a-f]{24}");
      case PREFIXED -> text.matches("[A-Za-z]{1,10}_[A-Za-z0-9]+");
      case TEXT -> true;
    };
  }

  private static boolean parses(Runnable parser) {
    try {
      parser.run();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return words;
  }
}
