package io.contactbridge.drift;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads schemas and everything in them into facts. */
final class SchemaReader {
  private static final int PLACES = 20_000;

  private static final Map<String, Aspect> NUMBERS =
      Map.of(
          "minLength", Aspect.MIN_LENGTH,
          "maxLength", Aspect.MAX_LENGTH,
          "minimum", Aspect.MINIMUM,
          "maximum", Aspect.MAXIMUM,
          "minItems", Aspect.MIN_ITEMS,
          "maxItems", Aspect.MAX_ITEMS);

  private static final Map<String, Aspect> TEXTS =
      Map.of("format", Aspect.FORMAT, "pattern", Aspect.PATTERN);

  /** What demands something and has no aspect of its own. */
  private static final List<String> FURTHER =
      List.of(
          "contains",
          "contentEncoding",
          "default",
          "dependentRequired",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "maxProperties",
          "minProperties",
          "multipleOf",
          "not",
          "patternProperties",
          "propertyNames",
          "readOnly",
          "uniqueItems",
          "writeOnly");

  private final Facts.Builder facts;
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int places;
  private String ofProperties = "";

  SchemaReader(Facts.Builder facts) {
    this.facts = facts;
  }

  /**
   * Reads a schema that stands at a place, with everything below it if that is in a body.
   *
   * @param evidence of what does not say another: a property, or the schema
   */
  void read(Place place, SpecNode node, String evidence) {
    ofProperties = evidence;
    read(place, Schema.of(node), evidence);
  }

  private void read(Place place, Schema schema, String evidence) {
    if (++places > PLACES) {
      throw schema.definition().refusal("there are more than " + PLACES + " properties");
    }
    facts.place(place, schema.definition().origin());
    SpecNode source = schema.child("x-source");
    String own = source == null ? null : source.text("evidence");
    String known = own == null ? evidence : own;
    facts.fact(place, Aspect.EVIDENCE, known);
    SpecNode claims = schema.child("x-claims");
    SpecNode nullable = claims == null ? null : claims.child("nullable");
    fact(place, Aspect.NULLABLE_EVIDENCE, nullable == null ? null : nullable.text("evidence"));
    describe(place, schema);
    if (place.part().isBody()) {
      inside(place, schema, known);
    }
  }

  private void describe(Place place, Schema schema) {
    SchemaTypes types = SchemaTypes.of(schema);
    fact(place, Aspect.TYPE, types.text());
    truth(place, Aspect.NULLABLE, types.nullable());
    truth(place, Aspect.DEPRECATED, schema.isTrue("deprecated"));
    truth(place, Aspect.CLOSED, isFalse(schema, "additionalProperties"));
    list(place, Aspect.ENUM, SchemaTypes.values(schema));
    list(place, Aspect.AT_LEAST_ONE_OF, SchemaTypes.atLeastOneOf(schema));
    list(place, Aspect.FURTHER_RULES, further(schema));
    TEXTS.forEach((key, aspect) -> fact(place, aspect, types.agreed(key)));
    NUMBERS.forEach((key, aspect) -> fact(place, aspect, number(types.agreed(key))));
    SpecNode description = schema.child("description");
    fact(place, Aspect.DESCRIPTION, description == null ? null : words(description.text()));
    list(place, Aspect.EXAMPLES, examples(schema));
  }

  private void inside(Place place, Schema schema, String evidence) {
    Object identity = schema.definition().identity();
    if (open.add(identity)) {
      children(place, schema, evidence);
      schema.branches().stream()
          .filter(branch -> !SchemaTypes.onlyRequires(branch))
          .forEach(branch -> inside(place, branch, evidence));
      open.remove(identity);
    }
  }

  private void children(Place place, Schema schema, String evidence) {
    Set<String> required = new TreeSet<>();
    for (SpecNode each : schema.children("required")) {
      each.elements().stream().map(SpecNode::text).forEach(required::add);
    }
    schema
        .properties()
        .forEach(
            (name, property) -> {
              Place inner = at(place, "." + name);
              read(inner, property, ofProperties);
              truth(inner, Aspect.REQUIRED, required.contains(name));
            });
    SpecNode items = schema.child("items");
    if (items != null) {
      read(at(place, "[*]"), items, evidence);
    }
    SpecNode further = schema.child("additionalProperties");
    if (further != null && !"false".equals(further.text())) {
      read(at(place, ".*"), further, evidence);
    }
  }

  private static Place at(Place place, String step) {
    return new Place(place.part(), place.status(), place.path() + step);
  }

  private static boolean isFalse(Schema schema, String key) {
    SpecNode child = schema.child(key);
    return child != null && "false".equals(child.text());
  }

  private static List<String> further(Schema schema) {
    List<String> rules = new ArrayList<>();
    for (String key : FURTHER) {
      SpecNode child = schema.child(key);
      if (child != null && (key.equals("default") || !"false".equals(child.text()))) {
        rules.add(key + ": " + child.json());
      }
    }
    return rules;
  }

  private static List<String> examples(Schema schema) {
    List<String> examples = new ArrayList<>();
    SpecNode example = schema.child("example");
    if (example != null) {
      examples.add(example.json());
    }
    SpecNode more = schema.child("examples");
    if (more != null) {
      more.elements().forEach(each -> examples.add(each.json()));
    }
    return examples;
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : Json.number(text);
  }

  static @Nullable String words(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
  }

  private void fact(Place place, Aspect aspect, @Nullable Object value) {
    if (value != null) {
      facts.fact(place, aspect, value);
    }
  }

  private void truth(Place place, Aspect aspect, boolean value) {
    if (value) {
      facts.fact(place, aspect, true);
    }
  }

  private void list(Place place, Aspect aspect, List<String> values) {
    if (!values.isEmpty()) {
      facts.fact(place, aspect, List.copyOf(values));
    }
  }
}
