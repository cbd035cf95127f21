package io.contactbridge.bulk.internal.input;

import io.contactbridge.client.Kind;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Observation;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON of any form, with numbers as exact as they are written. */
public final class JsonText {
  private static final KindJsonAdapter<Object> ANY = new AnyJsonAdapter();

  private JsonText() {}

  public static String write(Object value) {
    return ANY.toJson(value);
  }

  /** Returns what could be read, and adds what is wrong with the rest to {@code faults}. */
  static @Nullable Object parse(String text, List<Observation> faults) {
    return ANY.read(new Buffer().writeUtf8(text), faults::add);
  }

  private static final class AnyJsonAdapter extends KindJsonAdapter<Object> {
    private AnyJsonAdapter() {
      super(Kind.ANY);
    }
  }
}
