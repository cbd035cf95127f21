package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.Kind;
import io.contactbridge.client.KindJsonAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON between text and plain Java values. */
final class JsonText {
  private static final AnyJsonAdapter ANY = new AnyJsonAdapter();

  private JsonText() {}

  static Object read(String text) {
    try {
      return requireNonNull(ANY.fromJson(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
  static Map<String, @Nullable Object> readObject(String text) {
    return (Map<String, @Nullable Object>) read(text);
  }

  static String write(@Nullable Object value) {
    return ANY.toJson(value);
  }

  private static final class AnyJsonAdapter extends KindJsonAdapter<Object> {
    private AnyJsonAdapter() {
      super(Kind.ANY);
    }
  }
}
