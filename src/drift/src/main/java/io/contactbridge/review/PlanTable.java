package io.contactbridge.review;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.OnUnsupported;
import io.contactbridge.UpdatePlan;
import io.contactbridge.client.Citation;
import io.contactbridge.client.Claim;
import io.contactbridge.client.JsonValue;
import io.contactbridge.client.Observed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an update at one CRM, as data for a page that has no Java: the answers of the
 * library's own plans to questions about one field, and about what fields have to do with each
 * other. Nothing in here knows what a CRM does.
 */
final class PlanTable {
  private static final String KEY = "Ab3Cd5Ef7Gh9Jk1Lm3No";
  private static final String UUID = "0d9c4c4e-8f0b-4f3e-9a52-5a3a7c3b1f10";

  /** Kinds of elements and keys that make a difference to what was observed, by their pattern. */
  private static final Map<String, String> KINDS =
      new TreeMap<>(
          Map.of(
              UUID,
              "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
              KEY,
              "^[A-Za-z0-9]{20}$",
              "some-word",
              "^$"));

  private final CrmPage page;
  private final Crm crm;
  private final Contacts library;
  private final Contacts clearing;

  /** A field that is enough by itself, so that others can be asked about beside it. */
  private final ContactField companion;

  private final UpdatePlan alone;

  PlanTable(CrmPage page) {
    this.page = page;
    crm = page.crm();
    library = Accounts.at(crm).onUnsupported(OnUnsupported.DROP).build();
    clearing = Accounts.at(crm).onUnsupported(OnUnsupported.DROP).allowUndocumentedClear().build();
    companion =
        Stream.of(ContactField.values())
            .filter(field -> !Samples.isName(field) && planned(Samples.only(field)).isPresent())
            .findFirst()
            .orElseThrow();
    alone = planned(Samples.only(companion)).orElseThrow();
  }

  Map<String, Object> crm() {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("word", page.word());
    table.put("name", page.name());
    table.put("method", alone.method());
    table.put("url", alone.url());
    table.put("id", Accounts.contactId());
    table.put("headers", alone.headers());
    table.put("ids", ids());
    table.put("order", order());
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Object> warnings = new LinkedHashMap<>();
    for (ContactField field : ContactField.values()) {
      fields.put(field.name(), field(field, warnings));
    }
    table.put("fields", fields);
    table.put("warnings", List.copyOf(warnings.values()));
    table.put("needs", needs());
    table.put("nothing", nothing());
    return table;
  }

  private Map<String, Object> ids() {
    boolean words = refusal(library, "a-word", Samples.only(companion)).isEmpty();
    return Map.of(
        "pattern",
        words ? "^[A-Za-z0-9_-]{1,128}$" : "^[1-9][0-9]{0,17}$",
        "message",
        refusal(library, "no id/", Samples.only(companion)).orElse(""));
  }

  /** Returns the names of the body in the order in which they are sent. */
  private Object order() {
    ContactUpdate.Builder all = ContactUpdate.builder();
    for (ContactField field : ContactField.values()) {
      Samples.set(all, field);
    }
    return body(planned(all.build()).orElse(alone));
  }

  private Map<String, Object> field(ContactField field, Map<String, Object> suppressed) {
    Map<String, Object> table = new LinkedHashMap<>();
    FieldPlan one = ask(field, beside(field)).plan;
    if (isPart(field) && one.fate() == Fate.DROPPED) {
      Asked both = ask(field, names());
      if (both.plan.fate() != Fate.DROPPED) {
        table.put("together", answer(both, sample(both)));
        table.put("alone", one.detail().orElse(""));
        table.put("beside", besideWhole(field));
        table.put("blank", blank(field));
        return table;
      }
    }
    if (one.fate() == Fate.DROPPED) {
      table.put("dropped", one.detail().orElse(""));
      return table;
    }
    Asked set = ask(field, beside(field));
    Map<String, Object> answer = answer(set, sample(set));
    answer.put("warnings", warnings(field));
    converted(field).ifPresent(words -> answer.put("e164", words));
    unlike(field).forEach(answer::put);
    table.put("set", answer);
    table.put("clear", clear(field, library));
    table.put("clearUndocumented", clear(field, clearing));
    suppressed(field, suppressed);
    return table;
  }

  private static boolean isPart(ContactField field) {
    return field == ContactField.FIRST_NAME || field == ContactField.LAST_NAME;
  }

  private String besideWhole(ContactField field) {
    ContactUpdate both = names().toBuilder().fullName("Ada").build();
    return ask(field, both).plan.detail().orElse("");
  }

  private ContactUpdate names() {
    return Samples.beside(companion).firstName("Ada").lastName("Lovelace").build();
  }

  private String blank(ContactField field) {
    String message =
        fault(Samples.beside(companion).firstName(" ").lastName(" ").build()).orElse("");
    return Stream.of(message.split("; ", -1))
        .filter(part -> part.startsWith(field.name() + " "))
        .findFirst()
        .orElse("");
  }

  /** What the plan says of one field, and of the whole. */
  private record Asked(FieldPlan plan, UpdatePlan whole) {}

  private Asked ask(ContactField field, ContactUpdate update) {
    UpdatePlan plan = planned(update).orElseThrow();
    return new Asked(find(plan, field), plan);
  }

  private static FieldPlan find(UpdatePlan plan, ContactField field) {
    return plan.fields().stream().filter(each -> each.field() == field).findFirst().orElseThrow();
  }

  private ContactUpdate beside(ContactField field) {
    return Samples.beside(companion).set(field, Samples.value(field)).build();
  }

  private static Object sample(Asked asked) {
    return asked.plan.value().orElse("");
  }

  /** Returns the fate, where the value goes, and from which evidence. */
  private Map<String, Object> answer(Asked asked, Object sample) {
    Map<String, Object> answer = new LinkedHashMap<>();
    FieldPlan plan = asked.plan;
    answer.put("fate", plan.fate().name());
    answer.put("detail", plan.detail().orElse(""));
    answer.put(
        "place", plan.path().map(path -> path.substring(path.lastIndexOf('.') + 1)).orElse(""));
    answer.put("body", template(fragment(asked.whole, plan.field()), sample));
    answer.put("evidence", plan.claim().map(PlanTable::evidence).orElse(Map.of()));
    return answer;
  }

  private static Map<String, Object> evidence(Claim claim) {
    return evidence(Words.word(claim.evidence()), Known.label(claim.evidence()), claim.citation());
  }

  private static Map<String, Object> evidence(
      String word, String label, Optional<Citation> citation) {
    String url = citation.map(Citation::url).filter(each -> each.startsWith("https://")).orElse("");
    return Map.of("word", word, "label", label, "url", url);
  }

  private Map<String, Object> clear(ContactField field, Contacts contacts) {
    ContactUpdate update = Samples.beside(companion).clear(field).build();
    if (field == companion) {
      update = ContactUpdate.builder().set(other(), Samples.value(other())).clear(field).build();
    }
    try {
      UpdatePlan plan = contacts.plan(Accounts.contactId(), update);
      FieldPlan own = find(plan, field);
      if (own.fate() == Fate.DROPPED) {
        return Map.of("dropped", own.detail().orElse(""));
      }
      Map<String, Object> answer = answer(new Asked(own, plan), List.of("no such value"));
      answer.put(
          "warnings", warningsOf(plan, field).stream().map(text -> warning(field, text)).toList());
      return answer;
    } catch (IllegalArgumentException e) {
      return Map.of("dropped", fault(e));
    }
  }

  /** Returns another field that is sent, for where the companion itself is asked about. */
  private ContactField other() {
    return Stream.of(ContactField.values())
        .filter(
            field ->
                field != companion
                    && !Samples.isName(field)
                    && planned(Samples.only(field)).isPresent())
        .findFirst()
        .orElse(companion);
  }

  /** Returns what is warned of when the field is set, and of which values. */
  private List<Map<String, Object>> warnings(ContactField field) {
    Map<String, Set<String>> unless = new LinkedHashMap<>();
    Set<String> kinds = kinds(field);
    Map<String, Set<String>> byKind = new LinkedHashMap<>();
    for (String kind : kinds) {
      Object value = Samples.value(field, kind);
      ContactUpdate update = Samples.beside(companion).set(field, value).build();
      planned(update)
          .ifPresent(plan -> byKind.put(kind, new LinkedHashSet<>(warningsOf(plan, field))));
    }
    byKind
        .values()
        .forEach(texts -> texts.forEach(text -> unless.put(text, new LinkedHashSet<>())));
    unless.forEach(
        (text, patterns) ->
            byKind.forEach(
                (kind, texts) -> {
                  if (!texts.contains(text)) {
                    patterns.add(requireNonNull(KINDS.get(kind)));
                  }
                }));
    List<Map<String, Object>> warnings = new ArrayList<>();
    unless.forEach(
        (text, patterns) -> {
          Map<String, Object> warning = warning(field, text);
          warning.put("unless", List.copyOf(patterns));
          warnings.add(warning);
        });
    return warnings;
  }

  private static Set<String> kinds(ContactField field) {
    return field == ContactField.TAGS || field == ContactField.CUSTOM_FIELDS
        ? KINDS.keySet()
        : Set.of("some-word");
  }

  private List<String> warningsOf(UpdatePlan plan, ContactField field) {
    List<String> own = new ArrayList<>(plan.warnings());
    own.removeIf(
        text -> !text.startsWith(field.name() + " ") && !text.startsWith(field.name() + ","));
    return own;
  }

  private Map<String, Object> warning(ContactField field, String text) {
    Map<String, Object> warning = new LinkedHashMap<>();
    warning.put("text", text);
    Optional<Capability> capability =
        crm.capabilities().stream().filter(each -> each.field() == field).findFirst();
    Optional<Observed> observed =
        capability.stream()
            .flatMap(each -> each.warnings().stream())
            .filter(each -> text.contains(each.words().replaceFirst("\\.$", "")))
            .findFirst();
    Map<String, Object> evidence =
        observed
            .map(each -> evidence("observed", "Observed", Optional.of(each.citation())))
            .or(() -> capability.flatMap(Capability::replacing).map(PlanTable::evidence))
            .orElse(Map.of());
    warning.put("evidence", evidence);
    warning.put("effect", observed.map(each -> Words.word(each.effect())).orElse("replaces"));
    return warning;
  }

  /**
   * Adds what is warned of whatever the field, and whether only as long as this one is not there.
   */
  private void suppressed(ContactField field, Map<String, Object> warnings) {
    ContactField beside = field == companion ? other() : companion;
    UpdatePlan without = planned(Samples.only(beside)).orElse(alone);
    UpdatePlan with =
        planned(Samples.beside(beside).set(field, Samples.value(field)).build()).orElse(without);
    for (String text : without.warnings()) {
      boolean ofField = text.startsWith(beside.name());
      boolean ends = !with.warnings().contains(text);
      if (!ofField && (ends || !warnings.containsKey(text))) {
        warnings.put(text, Map.of("text", text, "unless", ends ? field.name() : ""));
      }
    }
  }

  /** Returns in which words the library converts a phone number, if it does. */
  private Optional<String> converted(ContactField field) {
    if (field != ContactField.PHONE) {
      return Optional.empty();
    }
    ContactUpdate update = Samples.beside(companion).phone("+1 (202) 555-0123").build();
    return planned(update)
        .map(plan -> find(plan, field))
        .filter(plan -> plan.fate() == Fate.CONVERTED)
        .flatMap(FieldPlan::detail);
  }

  /** Returns what values the CRM would refuse that others take, with the library's words. */
  private Map<String, Object> unlike(ContactField field) {
    Map<String, Object> faults = new LinkedHashMap<>();
    if (field == ContactField.CUSTOM_FIELDS) {
      Map<String, Object> keys = new TreeMap<>();
      for (String name : page.names()) {
        fault(Samples.beside(companion).customField(name, "x").build())
            .ifPresent(message -> keys.put(name, message));
      }
      faults.put("refusedKeys", keys);
    } else if (field == ContactField.PHONE) {
      fault(Samples.beside(companion).phone("555-0123").build())
          .ifPresent(message -> faults.put("refused", message));
    } else if (field.type() == String.class && Samples.isFree(field)) {
      fault(Samples.beside(companion).set(field, "text").build())
          .ifPresent(message -> faults.put("email", message));
    }
    return faults;
  }

  private Map<String, Object> needs() {
    Set<String> enough = new LinkedHashSet<>();
    String message = "";
    for (ContactField field : ContactField.values()) {
      ContactUpdate update =
          isPart(field) ? Samples.names(field, crm, library) : Samples.only(field);
      Optional<String> refusal = refusal(library, Accounts.contactId(), update);
      if (refusal.isEmpty()) {
        enough.add(field.name());
      } else if (!refusal.get().startsWith(crm + " can")) {
        message = refusal.get();
      }
    }
    return message.isEmpty() ? Map.of() : Map.of("oneOf", List.copyOf(enough), "message", message);
  }

  private String nothing() {
    return Stream.of(ContactField.values())
        .map(field -> refusal(library, Accounts.contactId(), Samples.only(field)))
        .flatMap(Optional::stream)
        .filter(message -> message.startsWith(crm + " can store nothing"))
        .findFirst()
        .orElse("");
  }

  private Optional<UpdatePlan> planned(ContactUpdate update) {
    try {
      return Optional.of(library.plan(Accounts.contactId(), update));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> refusal(Contacts contacts, String id, ContactUpdate update) {
    try {
      contacts.plan(id, update);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Returns what is wrong with a value of an update, without the words before it. */
  private Optional<String> fault(ContactUpdate update) {
    return refusal(library, Accounts.contactId(), update).map(this::reason);
  }

  private String fault(IllegalArgumentException e) {
    return reason(String.valueOf(e.getMessage()));
  }

  private String reason(String message) {
    String before = crm + " cannot make this update: ";
    return message.startsWith(before) ? message.substring(before.length()) : message;
  }

  private static Object body(UpdatePlan plan) {
    return requireNonNull(JsonValue.parse(plan.body()));
  }

  /**
   * Returns the part of a body that a field is, which is what the companion alone does not make.
   */
  private Object fragment(UpdatePlan plan, ContactField field) {
    Object without = field == companion ? Map.of() : body(alone);
    Object all = body(plan);
    if (field == companion && plan.fields().size() > 1) {
      return minus(all, body(planned(Samples.only(other())).orElseThrow()));
    }
    return minus(all, without);
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

  /** Puts marks where a value, or a key and a value, of the sample stand. */
  private static @Nullable Object template(@Nullable Object body, Object sample) {
    Object single =
        sample instanceof Map<?, ?> map && map.size() == 1
            ? requireNonNull(map.values().iterator().next())
            : sample;
    Object key =
        sample instanceof Map<?, ?> map && map.size() == 1 ? map.keySet().iterator().next() : "";
    return template(body, single, String.valueOf(key));
  }

  private static @Nullable Object template(@Nullable Object body, Object value, String key) {
    if (value.equals(body) || (body != null && body.toString().equals(value.toString()))) {
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
    if (body instanceof List<?> list) {
      return list.stream().map(each -> template(each, value, key)).toList();
    }
    return body;
  }
}
