package io.contactbridge;

import io.contactbridge.client.Kind;
import io.contactbridge.client.KindJsonAdapter;
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

  static Buffer write(@Nullable Object value) {
    return new Buffer().writeUtf8(ADAPTER.toJson(value));
  }

  /**
   * Returns what {@code tree} has at a path of names, such as {@code $.contact.dndSettings}. The
   * last name may have dots in it.
   */
  static FieldTable.Found find(@Nullable Object tree, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return new FieldTable.Found(true, tree);
    }
    String rest = path.substring(dot + 1);
    if (!(tree instanceof Map<?, ?> object)) {
      return FieldTable.Found.NOTHING;
    }
    if (object.containsKey(rest)) {
      return new FieldTable.Found(true, object.get(rest));
    }
    int next = rest.indexOf('.');
    return next < 0 ? FieldTable.Found.NOTHING : find(object.get(rest.substring(0, next)), rest);
  }

  private static final class Adapter extends KindJsonAdapter<Object> {
    private Adapter() {
      super(Kind.ANY);
    }
  }
}
