package io.contactbridge.cli;

import io.contactbridge.client.Kind;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okio.Buffer;

/** JSON of any form, with numbers as exact as they are written. */
final class Json {
  private static final KindJsonAdapter<Object> ANY = new AnyJsonAdapter();

  private Json() {}

  /** Returns the value that {@code text} is, and nothing if it is null or not JSON. */
  static Optional<Object> parse(String text) {
    List<Observation> faults = new ArrayList<>();
    Object value = ANY.read(new Buffer().writeUtf8(text), faults::add);
    return faults.isEmpty() ? Optional.ofNullable(value) : Optional.empty();
  }

  /** Returns the value that {@code text} is as JSON, and the text if it is none. */
  static Object parseOrText(String text) {
    // Moshi takes TRUE for JSON too.
    return parse(text)
        .filter(value -> !(value instanceof Boolean) || value.toString().equals(text))
        .orElse(text);
  }

  static String write(Object value) {
    return ANY.toJson(value);
  }

  static String writePretty(Object value) {
    return ANY.indent("  ").toJson(value);
  }

  private static final class AnyJsonAdapter extends KindJsonAdapter<Object> {
    private AnyJsonAdapter() {
      super(Kind.ANY);
    }
  }
}
