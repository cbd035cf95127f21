package io.contactbridge;

import io.contactbridge.client.Kind;
import io.contactbridge.client.KindJsonAdapter;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON of no specified form, as far as it can be read. */
final class JsonTree {
  private static final Adapter ADAPTER = new Adapter();

  private JsonTree() {}

  static @Nullable Object parse(Buffer json) {
    return ADAPTER.read(json, ignored -> {});
  }

  /**
   * Returns the member of {@code tree} at a path of names, such as {@code $.contact.dndSettings},
   * as an answer has it: nothing, null or a value.
   */
  static FieldTable.Found find(@Nullable Object tree, String path) {
    Object value = tree;
    for (String name : List.of(path.split("\\.")).subList(1, path.split("\\.").length)) {
      if (!(value instanceof Map<?, ?> object) || !object.containsKey(name)) {
        return FieldTable.Found.NOTHING;
      }
      value = object.get(name);
    }
    return new FieldTable.Found(true, value);
  }

  private static final class Adapter extends KindJsonAdapter<Object> {
    private Adapter() {
      super(Kind.ANY);
    }
  }
}
