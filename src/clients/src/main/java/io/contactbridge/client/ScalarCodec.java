package io.contactbridge.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A boolean, text, or a value that is written as text. */
abstract sealed class ScalarCodec<T> extends Codec<T> {
  private ScalarCodec(Token token) {
    super(token);
  }

  static final class Bool extends ScalarCodec<Boolean> {
    Bool() {
      super(Token.BOOLEAN);
    }

    @Override
    Boolean readExact(JsonReader reader, Location at) throws IOException {
      return reader.nextBoolean();
    }

    @Override
    @Nullable Boolean read(Object raw, Location at) {
      if (raw instanceof Boolean bool) {
        return bool;
      }
      at.observe("a boolean", raw);
      return null;
    }

    @Override
    void write(JsonWriter writer, Boolean value) throws IOException {
      writer.value(value);
    }

    @Override
    Object toJson(Boolean value) {
      return value;
    }
  }

  static final class Text extends ScalarCodec<String> {
    Text() {
      super(Token.STRING);
    }

    @Override
    String readExact(JsonReader reader, Location at) throws IOException {
      return reader.nextString();
    }

    @Override
    @Nullable String read(Object raw, Location at) {
      if (raw instanceof String text) {
        return text;
      }
      at.observe("a string", raw);
      return raw instanceof Number || raw instanceof Boolean ? raw.toString() : null;
    }

    @Override
    void write(JsonWriter writer, String value) throws IOException {
      writer.value(value);
    }

    @Override
    Object toJson(String value) {
      return value;
    }
  }

  /** A string of one form. */
  private abstract static sealed class Parsed<T> extends ScalarCodec<T> {
    private final String words;

    private Parsed(String words) {
      super(Token.STRING);
      this.words = words;
    }

    abstract T parse(String text);

    abstract String format(T value);

    @Override
    T readExact(JsonReader reader, Location at) throws IOException {
      try {
        return parse(reader.nextString());
      } catch (DateTimeException e) {
        throw new JsonDataException(e);
      }
    }

    @Override
    @Nullable T read(Object raw, Location at) {
      if (raw instanceof String text) {
        try {
          return parse(text);
        } catch (DateTimeException e) {
          at.tell(words, "a string in another form");
          return null;
        }
      }
      at.observe(words, raw);
      return null;
    }

    @Override
    void write(JsonWriter writer, T value) throws IOException {
      writer.value(format(value));
    }

    @Override
    Object toJson(T value) {
      return format(value);
    }
  }

  static final class Date extends Parsed<LocalDate> {
    Date() {
      super("a date");
    }

    @Override
    LocalDate parse(String text) {
      return LocalDate.parse(text);
    }

    @Override
    String format(LocalDate value) {
      return value.toString();
    }
  }

  static final class DateTime extends Parsed<OffsetDateTime> {
    DateTime() {
      super("a date-time");
    }

    @Override
    OffsetDateTime parse(String text) {
      return Rfc3339.parse(text);
    }

    /** Its toString drops seconds that are zero, which RFC 3339 does not allow. */
    @Override
    String format(OffsetDateTime value) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }
  }
}
