package io.contactbridge.client;

import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What a document was read as, and what was odd in it. */
record Reading<T>(@Nullable T value, List<Observation> observations) {
  static <T> Reading<T> of(KindJsonAdapter<T> adapter, String json) {
    List<Observation> observations = new ArrayList<>();
    T value = adapter.read(new Buffer().writeUtf8(json), observations::add);
    return new Reading<>(value, observations);
  }

  /** Returns the value, for documents of which something can be read. */
  T some() {
    if (value == null) {
      throw new AssertionError("nothing was read: " + observations);
    }
    return value;
  }
}
