package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** What differs and is no drift. */
public final class Controls {
  private Controls() {}

  /**
   * A specification that says the same.
   *
   * @param words whether other words were chosen, which may be told and must not alarm
   */
  public record Control(String name, Crm crm, String before, String after, boolean words) {
    @Override
    public String toString() {
      return name + " at " + crm;
    }
  }

  /** Returns specifications that are written otherwise and say the same. */
  public static List<Control> specifications() {
    List<Control> controls = new ArrayList<>();
    for (Crm crm : Crm.values()) {
      controls.add(written(crm, "YAML again", Spec::yaml));
      controls.add(written(crm, "JSON", Spec::text));
      controls.add(written(crm, "quoted keys", spec -> dump(spec, true)));
      controls.add(written(crm, "comments", Controls::commented));
      controls.add(written(crm, "order of keys", spec -> Trees.yaml(reversed(spec.root()))));
      controls.add(written(crm, "anchors", Controls::withAnchors));
      controls.add(
          written(crm, "inlined references", spec -> Trees.yaml(inlined(spec, spec.root()))));
      controls.add(edited(crm, "extracted schema", (spec, c) -> extract(spec)));
      controls.add(edited(crm, "name of the path parameter", (spec, c) -> renameParameter(spec)));
      controls.add(edited(crm, "order of an enum", (spec, c) -> reverseEnums(spec.root())));
      controls.add(edited(crm, "5.0 for 5", (spec, c) -> limit(spec, 5.0)));
      controls.add(edited(crm, "case of a header", (spec, c) -> headers(spec)));
      controls.add(edited(crm, "charset", (spec, c) -> charset(spec)));
      controls.addAll(KeywordOperators.controls(crm));
      controls.add(worded(crm, "words", (spec, c) -> reword(spec.root())));
      controls.add(worded(crm, "zone of an example", (spec, c) -> otherZone(spec.root())));
    }
    // Acquire has no header of its own and no date in an example.
    controls.removeIf(control -> control.before().equals(control.after()));
    return controls;
  }

  /** Returns vendors who answer otherwise and mean the same. */
  public static List<Mutation> vendors() {
    Map<String, Manner> manners = new LinkedHashMap<>();
    manners.put("as ever", Manner.SAME);
    manners.put("charset", reply -> reply.contentType(reply.contentType() + "; charset=utf-8"));
    manners.put("case of the content type", reply -> reply.contentType("Application/JSON"));
    manners.put("case of headers", Controls::shouted);
    manners.put("order of keys", Manner.bodies(reply -> true, Controls::reversed));
    manners.put("zone of dates", Manner.bodies(Reply::isSuccess, Controls::otherZone));
    manners.put("further header", Manner.header("X-Served-By", "cache-7"));
    return Stream.of(Crm.values())
        .flatMap(
            crm ->
                manners.entrySet().stream()
                    .map(
                        manner ->
                            new Mutation(
                                "control: " + manner.getKey(),
                                crm,
                                "the operation",
                                spec -> {},
                                spec -> {},
                                null,
                                manner.getValue())))
        .toList();
  }

  private static Control written(Crm crm, String name, Function<Spec, String> writer) {
    return new Control(name, crm, Spec.text(crm), writer.apply(Spec.of(crm)), false);
  }

  private static Control edited(Crm crm, String name, BiConsumer<Spec, Crm> edit) {
    Spec before = Spec.of(crm);
    limit(before, 5);
    Spec after = before.copy();
    edit.accept(after, crm);
    return new Control(name, crm, before.yaml(), after.yaml(), false);
  }

  private static Control worded(Crm crm, String name, BiConsumer<Spec, Crm> edit) {
    Control control = edited(crm, name, edit);
    return new Control(name, crm, control.before(), control.after(), true);
  }

  private static String commented(Spec spec) {
    return "# A word.\n"
        + spec.yaml().replace("\npaths:", " # another\n\n# and more\npaths: # so far");
  }

  private static String dump(Spec spec, boolean quoted) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setDefaultScalarStyle(
        quoted ? DumperOptions.ScalarStyle.SINGLE_QUOTED : DumperOptions.ScalarStyle.PLAIN);
    return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options)
        .dump(spec.root());
  }

  /** What is the same object twice is written once, with an anchor. */
  private static String withAnchors(Spec spec) {
    Map<String, Object> schemas = spec.components("schemas");
    Object text = Trees.object("type", "string", "description", "Shared.");
    schemas.put("SharedOne", text);
    schemas.put("SharedTwo", text);
    return dump(spec, false);
  }

  private static Object reversed(Object tree) {
    if (tree instanceof Map<?, ?>) {
      List<String> keys = new ArrayList<>(Trees.map(tree).keySet());
      Collections.reverse(keys);
      Map<String, Object> reversed = new LinkedHashMap<>();
      keys.forEach(key -> reversed.put(key, reversed(Trees.map(tree).get(key))));
      return reversed;
    }
    return tree instanceof List<?> ? each(tree, Controls::reversed) : tree;
  }

  private static Object inlined(Spec spec, Object tree) {
    if (tree instanceof Map<?, ?>) {
      Map<String, Object> inlined = new LinkedHashMap<>();
      spec.resolve(tree).forEach((key, value) -> inlined.put(key, inlined(spec, value)));
      return inlined;
    }
    return tree instanceof List<?> ? each(tree, element -> inlined(spec, element)) : tree;
  }

  private static Object each(Object list, UnaryOperator<Object> edit) {
    return Trees.list(list).stream().map(edit).collect(ArrayList::new, List::add, List::addAll);
  }

  private static void extract(Spec spec) {
    Map<String, Object> properties = Trees.child(spec.body(""), "properties");
    String name = properties.keySet().iterator().next();
    spec.components("schemas").put("Extracted", properties.get(name));
    properties.put(name, Trees.object("$ref", "#/components/schemas/Extracted"));
  }

  private static void renameParameter(Spec spec) {
    String name = (String) spec.pathParameter().get("name");
    spec.pathParameter().put("name", "person");
    Trees.rename(spec.paths(), spec.path(), spec.path().replace("{" + name + "}", "{person}"));
  }

  private static void reverseEnums(Object tree) {
    if (tree instanceof Map<?, ?>) {
      Map<String, Object> map = Trees.map(tree);
      for (String key : List.of("enum", "x-enum-descriptions")) {
        if (map.get(key) instanceof List<?> values) {
          Collections.reverse(values);
        }
      }
      map.values().forEach(Controls::reverseEnums);
    } else if (tree instanceof List<?> list) {
      list.forEach(Controls::reverseEnums);
    }
  }

  /** Gives the first text of the request a shortest length, and its example. */
  private static void limit(Spec spec, Number length) {
    Object first = Trees.child(spec.body(""), "properties").values().iterator().next();
    Map<String, Object> schema = spec.resolve(first);
    if (schema.get("properties") != null) {
      schema = spec.resolve(Trees.map(schema.get("properties")).values().iterator().next());
    }
    schema.put("minLength", length);
  }

  private static void headers(Spec spec) {
    Map<String, Object> credential = spec.credential();
    if (credential.get("name") instanceof String name) {
      credential.put("name", name.toLowerCase(Locale.ROOT));
    }
    if (spec.response("200").get("headers") != null) {
      Map<String, Object> headers = Trees.child(spec.response("200"), "headers");
      for (String name : List.copyOf(headers.keySet())) {
        Trees.rename(headers, name, name.toUpperCase(Locale.ROOT));
      }
    }
    for (Object parameter : spec.parameters()) {
      Map<String, Object> header = spec.resolve(parameter);
      if ("header".equals(header.get("in"))) {
        header.put("name", String.valueOf(header.get("name")).toUpperCase(Locale.ROOT));
      }
    }
  }

  private static void charset(Spec spec) {
    Trees.rename(spec.requestContent(), "application/json", "application/json; charset=utf-8");
    Trees.rename(spec.content("200"), "application/json", "Application/JSON;charset=UTF-8");
  }

  private static void reword(Object tree) {
    if (tree instanceof Map<?, ?>) {
      Map<String, Object> map = Trees.map(tree);
      if (map.get("description") instanceof String words) {
        map.put("description", "In other words: " + words);
      }
      map.values().forEach(Controls::reword);
    } else if (tree instanceof List<?> list) {
      list.forEach(Controls::reword);
    }
  }

  /** The same moments as seen from elsewhere. */
  private static Object otherZone(Object tree) {
    if (tree instanceof Map<?, ?>) {
      Trees.map(tree).replaceAll((key, value) -> otherZone(value));
    } else if (tree instanceof List<?>) {
      Trees.list(tree).replaceAll(Controls::otherZone);
    } else if (tree instanceof String text && text.endsWith("T10:00:00.000-05:00")) {
      return text.replace("T10:00:00.000-05:00", "T17:00:00+02:00");
    } else if (tree instanceof String text && text.matches("[0-9-]{10}T14:00:00.000Z")) {
      return text.replace("T14:00:00.000Z", "T16:00:00.000+02:00");
    } else if (tree instanceof String text && text.matches("[0-9-]{10}T10:[0-9:]{5}Z")) {
      return text.replace("T10:", "T12:").replace("Z", "+02:00");
    }
    return tree;
  }

  private static Reply shouted(Reply reply) {
    Reply shouted = new Reply(reply.status(), Map.of(), reply.contentType(), reply.body());
    for (Map.Entry<String, String> header : reply.headers().entrySet()) {
      shouted = shouted.header(header.getKey().toUpperCase(Locale.ROOT), header.getValue());
    }
    return shouted;
  }
}
