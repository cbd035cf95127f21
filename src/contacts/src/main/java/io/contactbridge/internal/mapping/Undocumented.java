package io.contactbridge.internal.mapping;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.Observation;
import io.contactbridge.client.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The values that a caller sends without documentation by the CRM, by their JSON paths in the
 * request.
 */
public final class Undocumented {
  /** Names joined by dots, without the other syntax of JSON paths. */
  private static final Pattern PATH =
      Pattern.compile("\\$(\\.[^.\\[\\]()*?@'\"\\\\\\s\\p{Cntrl}]+){1,8}");

  private Undocumented() {}

  /**
   * Returns {@code path}.
   *
   * @throws IllegalArgumentException if it is not a path to one property
   */
  public static String checked(String path) {
    if (!PATH.matcher(path).matches() || JsonCheck.objection(path) != null) {
      throw new IllegalArgumentException(
          "the path of a property is like $.title or $.contact.title: up to eight names without"
              + " blanks, brackets and quotes, each behind a dot");
    }
    return path;
  }

  /**
   * Returns why {@code path} cannot be sent as undocumented, or null if it can.
   *
   * @param requests reads the request that is documented
   * @param field the field that stands there, or null
   */
  static @Nullable String objection(
      Crm crm,
      String path,
      KindJsonAdapter<? extends Model> requests,
      @Nullable ContactField field) {
    if (!isDocumented(path, requests)) {
      return null;
    }
    return path
        + " is documented at "
        + crm
        + ", so it is "
        + (field == null ? "added with also(request)" : "set as " + field);
  }

  /** An object that is open to names of the account's own has those too. */
  private static boolean isDocumented(String path, KindJsonAdapter<? extends Model> requests) {
    List<Observation> oddities = new ArrayList<>();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    put(body, path, null);
    Model model = requests.read(new Buffer().writeUtf8(JsonValue.write(body)), oddities::add);
    if (oddities.stream().anyMatch(oddity -> oddity.expected().equals("no such property"))) {
      return false;
    }
    @Nullable Object here = model;
    for (String name : path.substring(2).split("\\.", -1)) {
      if (here instanceof Model object && oddities.isEmpty() && object.extra().containsKey(name)) {
        return false;
      }
      here = here instanceof Model object ? member(object, name) : null;
    }
    return true;
  }

  private static @Nullable Object member(Model model, String name) {
    for (Property<?> property : model.properties()) {
      if (property.name().equals(name)) {
        return model.get(property);
      }
    }
    return null;
  }

  /**
   * Returns a request with the undocumented values added.
   *
   * @throws IllegalArgumentException if one of the places is taken
   */
  static String add(Buffer request, Map<String, @Nullable Object> values) {
    Object body = JsonValue.read(request);
    Map<String, @Nullable Object> copy = copy(body);
    values.forEach(
        (path, value) -> {
          if (JsonTree.find(copy, path).present() || !put(copy, path, value)) {
            throw new IllegalArgumentException(path + " is set twice");
          }
        });
    return JsonValue.write(copy);
  }

  /** Returns whether there is an object, or room for one, at each step of a path. */
  private static boolean put(
      Map<String, @Nullable Object> object, String path, @Nullable Object value) {
    String[] names = path.substring(2).split("\\.", -1);
    Map<String, @Nullable Object> here = object;
    for (int i = 0; i < names.length - 1; i++) {
      Found found = new Found(here.containsKey(names[i]), here.get(names[i]));
      if (found.present() && !(found.value() instanceof Map)) {
        return false;
      }
      Map<String, @Nullable Object> inner = copy(found.value());
      here.put(names[i], inner);
      here = inner;
    }
    here.put(names[names.length - 1], value);
    return true;
  }

  private static Map<String, @Nullable Object> copy(@Nullable Object object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (object instanceof Map<?, ?> map) {
      map.forEach((name, value) -> copy.put(name.toString(), value));
    }
    return copy;
  }
}
