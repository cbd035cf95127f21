package io.contactbridge.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as trees of maps, lists, strings, numbers, booleans and nulls. */
final class YamlTree {
  private YamlTree() {}

  /** Returns the tree of a YAML or JSON text. JSON is YAML too, so both give the same tree. */
  static @Nullable Object tree(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  @SuppressWarnings("unchecked") // Keys are strings in every document here.
  static Map<String, Object> object(@Nullable Object tree) {
    if (!(tree instanceof Map)) {
      throw new IllegalArgumentException("an object is expected, not " + tree);
    }
    return (Map<String, Object>) tree;
  }

  /** Returns an object with the properties of both objects. */
  static Map<String, Object> merge(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> merged = new LinkedHashMap<>(one);
    other.forEach(
        (name, value) ->
            merged.merge(
                name,
                value,
                (old, added) ->
                    old instanceof Map && added instanceof Map
                        ? merge(object(old), object(added))
                        : added));
    return merged;
  }
}
