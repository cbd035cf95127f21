package io.contactbridge.review.internal.plans;

import static java.util.Objects.requireNonNull;

import io.contactbridge.UpdatePlan;
import io.contactbridge.client.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a planned request. */
record PlanBody(Object json) {
  static PlanBody of(UpdatePlan plan) {
    return new PlanBody(requireNonNull(JsonValue.parse(plan.body())));
  }

  /** Returns the part that another body lacks. */
  PlanBody without(PlanBody other) {
    return new PlanBody(minus(json, other.json));
  }

  private static Object minus(Object all, Object some) {
    Map<String, @Nullable Object> left = new LinkedHashMap<>();
    ((Map<?, ?>) all)
        .forEach(
            (key, value) -> {
              Object other = some instanceof Map<?, ?> map ? map.get(key) : null;
              if (value instanceof Map<?, ?> && other instanceof Map<?, ?>) {
                left.put(String.valueOf(key), minus(value, other));
              } else if (!(some instanceof Map<?, ?> map && map.containsKey(key))) {
                left.put(String.valueOf(key), value);
              }
            });
    left.values().removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty());
    return left;
  }

  /** Returns the body with marks in place of a value, or of a key and its value. */
  @Nullable Object template(Object sample) {
    if (sample instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      return template(json, requireNonNull(only.getValue()), String.valueOf(only.getKey()));
    }
    return template(json, sample, "");
  }

  private static @Nullable Object template(@Nullable Object body, Object value, String key) {
    if (body != null && body.toString().equals(value.toString())) {
      return Map.of("$", "value");
    }
    if (!key.isEmpty() && key.equals(body)) {
      return Map.of("$", "key");
    }
    if (body instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach(
          (name, member) ->
              copy.put(
                  !key.isEmpty() && key.equals(name) ? "$key" : String.valueOf(name),
                  template(member, value, key)));
      return copy;
    }
    return body instanceof List<?> list
        ? list.stream().map(each -> template(each, value, key)).toList()
        : body;
  }
}
