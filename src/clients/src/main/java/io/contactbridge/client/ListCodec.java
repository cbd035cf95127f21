package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of values of one kind, none of them null. */
final class ListCodec<E> extends Codec<List<E>> {
  private final Codec<E> element;

  ListCodec(Codec<E> element) {
    super(Token.BEGIN_ARRAY);
    this.element = element;
  }

  @Override
  List<E> readExact(JsonReader reader, Location at) throws IOException {
    List<E> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      if (!element.startsWith(reader.peek())) {
        throw new JsonDataException();
      }
      elements.add(element.readExact(reader, at, elements.size()));
    }
    reader.endArray();
    return Collections.unmodifiableList(elements);
  }

  @Override
  @Nullable List<E> read(Object raw, Location at) {
    if (!(raw instanceof List<?> array)) {
      at.observe("an array", raw);
      return null;
    }
    List<E> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      Object value = array.get(i);
      if (value == null) {
        at.at(i).observe("a value", value);
      } else {
        E read = element.read(value, at.at(i));
        if (read != null) {
          elements.add(read);
        }
      }
    }
    // A list without its odd elements would look complete.
    return elements.size() == array.size() ? Collections.unmodifiableList(elements) : null;
  }

  @Override
  void write(JsonWriter writer, List<E> value) throws IOException {
    writer.beginArray();
    for (E member : value) {
      element.write(writer, member);
    }
    writer.endArray();
  }

  @Override
  Object toJson(List<E> value) {
    List<Object> array = new ArrayList<>(value.size());
    for (E member : value) {
      array.add(element.toJson(member));
    }
    return Collections.unmodifiableList(array);
  }

  @Override
  List<E> copy(List<E> value) {
    List<E> elements = new ArrayList<>(value.size());
    for (E member : value) {
      elements.add(element.copy(requireNonNull(member, "element")));
    }
    return Collections.unmodifiableList(elements);
  }
}
