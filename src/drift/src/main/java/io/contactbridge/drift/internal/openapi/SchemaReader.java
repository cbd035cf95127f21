package io.contactbridge.drift.internal.openapi;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.Numbers;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads schemas and everything in them into facts. */
final class SchemaReader {
  private static final int PLACES = 20_000;

  private static final Map<String, Aspect> NUMBERS =
      Map.of(
          "minLength", Aspect.MIN_LENGTH,
          "maxLength", Aspect.MAX_LENGTH,
          "minItems", Aspect.MIN_ITEMS,
          "maxItems", Aspect.MAX_ITEMS);

  /** The keywords that bodies have place by place, and parameters as a whole. */
  private static final Set<String> INSIDE = Set.of("items", "properties", "required");

  /** The keywords that have no effect if they are false. */
  private static final Set<String> TRUTHS = Set.of("uniqueItems", "unevaluatedProperties");

  private static final Set<String> PLAIN = Set.of("type", "description", "title");

  private static final Map<String, Aspect> TEXTS =
      Map.of("format", Aspect.FORMAT, "pattern", Aspect.PATTERN);

  /** The keywords that have an aspect of their own, or are only for people. */
  private static final Set<String> READ =
      Set.of(
          "$anchor",
          "$comment",
          "$defs",
          "$id",
          "$ref",
          "$schema",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "default",
          "deprecated",
          "description",
          "enum",
          "example",
          "examples",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "externalDocs",
          "format",
          "items",
          "maxItems",
          "maxLength",
          "maximum",
          "minItems",
          "minLength",
          "minimum",
          "nullable",
          "oneOf",
          "pattern",
          "properties",
          "readOnly",
          "required",
          "title",
          "type",
          "writeOnly");

  private static final Pattern NAMED = Pattern.compile("/components/schemas/([^/]+)");

  private Facts.Builder facts;
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Object> ofRules = Collections.newSetFromMap(new IdentityHashMap<>());
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
  void read(SpecLocation place, SpecNode node, String evidence) {
    ofProperties = evidence;
    read(place, FlatSchema.of(node), evidence);
  }

  private void read(SpecLocation place, FlatSchema schema, String evidence) {
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
    Object identity = schema.definition().identity();
    if (open.add(identity)) {
      if (place.part().isBody()) {
        children(place, schema, known);
      }
      schema.choices().forEach(choice -> choice(place, choice, known));
      open.remove(identity);
    }
  }

  private void describe(SpecLocation place, FlatSchema schema) {
    SchemaTypes types = SchemaTypes.of(schema);
    fact(place, Aspect.TYPE, types.names().isEmpty() ? null : String.join("|", types.names()));
    truth(place, Aspect.NULLABLE, types.nullable());
    truth(place, Aspect.DEPRECATED, schema.isTrue("deprecated"));
    truth(
        place,
        Aspect.CLOSED,
        Stream.of("additionalProperties", "unevaluatedProperties")
            .flatMap(key -> schema.children(key).stream())
            .anyMatch(SchemaReader::isFalse));
    list(place, Aspect.ENUM, types.values());
    list(place, Aspect.AT_LEAST_ONE_OF, atLeastOneOf(schema));
    NumberLimit least = NumberLimit.least(schema, types);
    NumberLimit most = NumberLimit.most(schema, types);
    fact(place, Aspect.MINIMUM, least.value());
    fact(place, Aspect.MAXIMUM, most.value());
    List<String> rules = new ArrayList<>(least.rules("exclusiveMinimum"));
    rules.addAll(most.rules("exclusiveMaximum"));
    rules.addAll(further(place, schema));
    list(place, Aspect.FURTHER_RULES, rules);
    TEXTS.forEach((key, aspect) -> fact(place, aspect, joined(schema.children(key))));
    NUMBERS.forEach((key, aspect) -> fact(place, aspect, strictest(schema.children(key), aspect)));
    SpecNode otherwise = schema.child("default");
    fact(place, Aspect.DEFAULT, otherwise == null ? null : otherwise.json());
    fact(place, Aspect.ACCESS, access(schema));
    fact(place, Aspect.SCHEMA_NAME, name(schema, types));
    SpecNode description = schema.child("description");
    fact(place, Aspect.DESCRIPTION, description == null ? null : words(description.text()));
    list(place, Aspect.EXAMPLES, examples(schema));
  }

  private void children(SpecLocation place, FlatSchema schema, String evidence) {
    Set<String> required = new TreeSet<>();
    for (SpecNode each : schema.children("required")) {
      each.elements().stream().map(SpecNode::text).forEach(required::add);
    }
    schema
        .properties()
        .forEach(
            (name, property) -> {
              boolean demanded = required.remove(name);
              if (!isElsewhere(place, property) && !property.isNever()) {
                SpecLocation inner = SpecLocations.inside(place, "." + name);
                read(inner, property, ofProperties);
                truth(inner, Aspect.REQUIRED, demanded);
              }
            });
    required.forEach(name -> truth(SpecLocations.inside(place, "." + name), Aspect.REQUIRED, true));
    SpecNode items = schema.child("items");
    if (items != null && !isFalse(items)) {
      read(SpecLocations.inside(place, "[*]"), items, evidence);
    }
    SpecNode further = schema.child("additionalProperties");
    if (further != null && !isFalse(further)) {
      read(SpecLocations.inside(place, ".*"), further, evidence);
    }
  }

  /** A readOnly property is not part of requests, and a writeOnly one not of answers. */
  private static boolean isElsewhere(SpecLocation place, FlatSchema property) {
    return property.isTrue(
        place.part() == SpecLocation.Part.REQUEST_BODY ? "readOnly" : "writeOnly");
  }

  /** Reads each alternative by itself, and what they have in common into the place. */
  private void choice(SpecLocation place, FlatSchema.Choice choice, String evidence) {
    if (choice.onlyRequires() && !choice.exactly()) {
      return;
    }
    List<Facts> branches = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (SpecNode branch : choice.branches()) {
      Facts.Builder outer = facts;
      facts = Facts.of("");
      FlatSchema schema = FlatSchema.of(branch);
      read(place, schema, evidence);
      Facts read = facts.build();
      facts = outer;
      branches.add(read);
      marks.add(Alternatives.mark(title(schema, read.get(place, Aspect.TYPE)), place, read));
    }
    if (!choice.onlyRequires()) {
      facts.also(new Alternatives(branches).united());
    }
    boolean plain =
        choice.branches().stream()
            .allMatch(branch -> PLAIN.containsAll(branch.target().children().keySet()));
    if (plain) {
      return;
    }
    if (choice.exactly()) {
      marks.add("only one of them#one");
    }
    marks.sort(null);
    facts.also(Facts.of("").fact(place, Aspect.ALTERNATIVES, List.copyOf(marks)).build());
  }

  private static String title(FlatSchema schema, @Nullable Object type) {
    Matcher named = NAMED.matcher(schema.definition().pointer());
    List<String> required = schema.definition().texts("required");
    if (named.matches()) {
      return named.group(1);
    }
    Set<String> properties = schema.properties().keySet();
    return !properties.isEmpty()
        ? "with " + String.join(", ", new TreeSet<>(properties))
        : type == null && !required.isEmpty()
            ? "that has " + String.join(" and ", required)
            : String.valueOf(type == null ? "any" : type);
  }

  /** Returns the names of which one must be there, sorted. */
  private static List<String> atLeastOneOf(FlatSchema schema) {
    Set<String> names = new TreeSet<>();
    for (FlatSchema.Choice choice : schema.choices()) {
      if (choice.onlyRequires() && !choice.exactly()) {
        choice
            .branches()
            .forEach(branch -> names.add(String.join("+", branch.target().texts("required"))));
      }
    }
    SpecNode named = schema.child("x-at-least-one-of");
    if (names.isEmpty() && named != null) {
      named.elements().stream().map(SpecNode::text).forEach(names::add);
    }
    return List.copyOf(names);
  }

  private static boolean isFalse(SpecNode node) {
    return "false".equals(node.text());
  }

  /** Returns whatever else is demanded; what a reference leads to is part of it. */
  private List<String> further(SpecLocation place, FlatSchema schema) {
    Set<String> rules = new TreeSet<>();
    for (SpecNode part : schema.parts()) {
      part.children()
          .forEach(
              (key, value) -> {
                boolean read = READ.contains(key) || (TRUTHS.contains(key) && isFalse(value));
                boolean hidden = INSIDE.contains(key) && !place.part().isBody();
                if ((!read && !key.startsWith("x-")) || hidden) {
                  rules.add(key + ": " + value.rule(key) + referred(place, value));
                }
              });
    }
    return List.copyOf(rules);
  }

  private String referred(SpecLocation place, SpecNode rule) {
    StringBuilder marks = new StringBuilder();
    for (SpecNode each : rule.references()) {
      if (ofRules.add(each.target().identity())) {
        Facts.Builder outer = facts;
        facts = Facts.of("");
        read(place, FlatSchema.of(each), ofProperties);
        marks.append(Alternatives.mark(" ", place, facts.build()));
        facts = outer;
        ofRules.remove(each.target().identity());
      }
    }
    return marks.toString();
  }

  private static @Nullable String access(FlatSchema schema) {
    return schema.isTrue("readOnly") ? "readOnly" : schema.isTrue("writeOnly") ? "writeOnly" : null;
  }

  /** Objects and lists of values become classes, which bear the name of their schema. */
  private static @Nullable String name(FlatSchema schema, SchemaTypes types) {
    Matcher name = NAMED.matcher(schema.definition().pointer());
    boolean becomesClass = schema.child("properties") != null || types.values().size() > 1;
    return becomesClass && name.matches() ? name.group(1) : null;
  }

  private static List<String> examples(FlatSchema schema) {
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

  /** All of them hold. */
  private static @Nullable String joined(List<SpecNode> texts) {
    Set<String> all = new TreeSet<>();
    texts.forEach(each -> all.add(String.valueOf(each.text())));
    return all.isEmpty() ? null : String.join(" and ", all);
  }

  private static @Nullable BigDecimal strictest(List<SpecNode> limits, Aspect aspect) {
    BigDecimal strictest = null;
    for (SpecNode each : limits) {
      BigDecimal limit = Numbers.parse(String.valueOf(each.text()));
      boolean least = aspect.name().startsWith("MIN");
      if (limit != null && (strictest == null || (limit.compareTo(strictest) > 0) == least)) {
        strictest = limit;
      }
    }
    return strictest;
  }

  static @Nullable String words(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
  }

  private void fact(SpecLocation place, Aspect aspect, @Nullable Object value) {
    if (value != null) {
      facts.fact(place, aspect, value);
    }
  }

  private void truth(SpecLocation place, Aspect aspect, boolean value) {
    if (value) {
      facts.fact(place, aspect, true);
    }
  }

  private void list(SpecLocation place, Aspect aspect, List<String> values) {
    if (!values.isEmpty()) {
      facts.fact(place, aspect, List.copyOf(values));
    }
  }
}
