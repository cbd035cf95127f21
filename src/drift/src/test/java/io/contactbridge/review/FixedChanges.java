package io.contactbridge.review;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.changes.Severity;
import io.contactbridge.review.internal.content.Node;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of changes: fourteen kinds, each forth and back, across the four specifications. What
 * is made forth is made in the later specifications, and what is made back in the earlier ones.
 */
record FixedChanges(
    String name, Crm crm, boolean back, Severity impact, String headline, Consumer<Edit> edit) {
  private static final String SET = "components/schemas/UpdateContactRequest/properties/";
  private static final String LINQ = "components/schemas/ContactInput/properties/";
  private static final String ACQUIRE = "components/schemas/ContactFieldsInput/properties/";

  /** A specification that is changed. */
  record Edit(Map<String, Object> document) {
    Edit put(String path, Object value) {
      object(path.substring(0, path.lastIndexOf('/')))
          .put(path.substring(path.lastIndexOf('/') + 1), value);
      return this;
    }

    Edit remove(String path) {
      Object gone =
          object(path.substring(0, path.lastIndexOf('/')))
              .remove(path.substring(path.lastIndexOf('/') + 1));
      requireNonNull(gone, path);
      return this;
    }

    /** Gives a member another name in the same place. */
    Edit rename(String path, String name) {
      Map<String, Object> object = object(path.substring(0, path.lastIndexOf('/')));
      String old = path.substring(path.lastIndexOf('/') + 1).replace('~', '/');
      Map<String, Object> copy = new LinkedHashMap<>();
      object.forEach((key, value) -> copy.put(key.equals(old) ? name : key, value));
      if (!copy.containsKey(name)) {
        throw new IllegalStateException("there is no " + path);
      }
      object.clear();
      object.putAll(copy);
      return this;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(String path) {
      Object here = document;
      for (String step : path.split("/", -1)) {
        String name = step.replace('~', '/');
        here = requireNonNull(((Map<String, Object>) here).get(name), path);
      }
      return (Map<String, Object>) here;
    }
  }

  static List<FixedChanges> all() {
    List<FixedChanges> all = new ArrayList<>();
    Crm linq = Crm.LINQ;
    Crm highLevel = Crm.HIGHLEVEL;
    Crm acquire = Crm.ACQUIRE;
    Crm raze = Crm.RAZE;
    Map<String, Object> text = Map.of("type", "string", "description", "A text.", "example", "x");

    forth(
        all,
        "rename",
        linq,
        Severity.BREAKS,
        "Linq now calls “title” “job_title”.",
        spec ->
            spec.rename(LINQ + "title", "job_title")
                .rename("components/schemas/Contact/properties/title", "job_title"));
    back(
        all,
        "rename",
        raze,
        Severity.BREAKS,
        "Raze now calls “firm” “company”.",
        spec ->
            spec.rename(SET + "company", "firm")
                .rename("components/schemas/Contact/properties/company", "firm"));
    forth(
        all,
        "removal",
        highLevel,
        Severity.BREAKS,
        "HighLevel no longer has “website” in an update.",
        spec ->
            spec.remove(SET + "website").remove("components/schemas/Contact/properties/website"));
    back(
        all,
        "removal",
        acquire,
        Severity.LOOK_AT_THIS,
        "Acquire now has “ip” in an update.",
        spec -> spec.remove(ACQUIRE + "ip"));
    forth(
        all,
        "newly required",
        highLevel,
        Severity.BREAKS,
        "“source” must now be in every update to HighLevel.",
        spec -> spec.put("components/schemas/UpdateContactRequest/required", List.of("source")));
    back(
        all,
        "newly required",
        linq,
        Severity.LOOK_AT_THIS,
        "“location” need no longer be in an update to Linq.",
        spec -> spec.put("components/schemas/ContactInput/required", List.of("location")));
    forth(
        all,
        "enum",
        acquire,
        Severity.MAY_BREAK,
        "“clientType” of Acquire can no longer be “sdk”.",
        spec ->
            spec.put("components/schemas/ClientType/enum", List.of("web", "client"))
                .put(
                    "components/schemas/ClientType/x-enum-descriptions",
                    List.of(
                        "Assumed: the chat widget on a web site.",
                        "Assumed: a client application.")));
    back(
        all,
        "enum",
        highLevel,
        Severity.MAY_BREAK,
        "“status” of HighLevel can now be “permanent”.",
        spec ->
            spec.put("components/schemas/DndStatus/enum", List.of("active", "inactive"))
                .put(
                    "components/schemas/DndStatus/x-enum-descriptions",
                    List.of(
                        "Assumed: do not disturb on this channel.",
                        "Assumed: the channel may be used.")));
    forth(
        all,
        "path",
        raze,
        Severity.BREAKS,
        "Raze takes updates at another address.",
        spec -> spec.rename("paths/~contacts~{id}", "/people/{id}"));
    back(
        all,
        "path",
        acquire,
        Severity.BREAKS,
        "Acquire takes updates at another address.",
        spec ->
            spec.rename(
                "paths/" + ("" + requireNonNull(path(Crm.ACQUIRE))).replace('/', '~'),
                "/old/contact/{contactId}"));
    forth(
        all,
        "type",
        linq,
        Severity.MAY_BREAK,
        "“id” in the address of Linq is now text; it was a whole number.",
        spec -> spec.put("components/parameters/id/schema", Map.of("type", "string")));
    back(
        all,
        "type",
        highLevel,
        Severity.BREAKS,
        "“dnd” in an update of HighLevel is now yes or no; it was text.",
        spec -> spec.put(SET + "dnd/type", "string"));
    forth(
        all,
        "evidence",
        linq,
        Severity.LOOK_AT_THIS,
        "How we know that “company” can be set at Linq changed.",
        spec -> spec.put(LINQ + "company/x-source", Map.of("evidence", "assumed")));
    back(
        all,
        "evidence",
        highLevel,
        Severity.LOOK_AT_THIS,
        "How we know that “email” can be emptied at HighLevel changed.",
        spec ->
            spec.put(
                SET + "email/x-claims",
                Map.of(
                    "clear",
                    Map.of("evidence", "page"),
                    "example",
                    Map.of("evidence", "assumed"))));
    forth(
        all,
        "meaning",
        highLevel,
        Severity.LOOK_AT_THIS,
        "The words that “status” can be at HighLevel mean something else.",
        spec ->
            spec.put(enumPath(spec, "x-enum-descriptions"), List.of("Kept away.", "Let through.")));
    back(
        all,
        "meaning",
        raze,
        Severity.LOOK_AT_THIS,
        "The words that “source” can be at Raze mean something else.",
        spec ->
            spec.put(
                "components/schemas/ContactSource/x-enum-descriptions",
                List.of("A.", "B.", "C.", "D.", "E.")));
    forth(
        all,
        "limit",
        highLevel,
        Severity.LOOK_AT_THIS,
        "The greatest length of “country” in an update of HighLevel",
        spec -> spec.put(SET + "country/maxLength", 3));
    back(
        all,
        "limit",
        linq,
        Severity.LOOK_AT_THIS,
        "The greatest length of “first_name” in an update of Linq",
        spec -> spec.put(LINQ + "first_name/maxLength", 50));
    forth(
        all,
        "description",
        acquire,
        Severity.LOOK_AT_THIS,
        "Acquire describes “phone” in an update in other words.",
        spec -> spec.put(ACQUIRE + "phone/description", "Contact's phone, of the company."));
    back(
        all,
        "description",
        highLevel,
        Severity.LOOK_AT_THIS,
        "HighLevel describes “timezone” in an update in other words.",
        spec -> spec.put(SET + "timezone/description", "The clock."));
    forth(
        all,
        "example",
        linq,
        Severity.LOOK_AT_THIS,
        "The example of “location”",
        spec -> spec.put(LINQ + "location/example", "Turin"));
    back(
        all,
        "example",
        acquire,
        Severity.LOOK_AT_THIS,
        "The example of “state” in an update at Acquire changed.",
        spec -> spec.put(ACQUIRE + "state/example", "Nevada"));
    forth(
        all,
        "nullable",
        raze,
        Severity.LOOK_AT_THIS,
        "“phone” in an update of Raze can now be emptied.",
        spec -> spec.put(SET + "phone/nullable", true));
    back(
        all,
        "nullable",
        highLevel,
        Severity.MAY_BREAK,
        "“postalCode” in an update of HighLevel can no longer be emptied.",
        spec -> spec.put(SET + "postalCode/nullable", true));
    forth(
        all,
        "new property",
        raze,
        Severity.LOOK_AT_THIS,
        "Raze now has “birthday” in an update.",
        spec -> spec.put(SET + "birthday", text));
    back(
        all,
        "new property",
        linq,
        Severity.MAY_BREAK,
        "Linq no longer has “nickname” in an update.",
        spec -> spec.put(LINQ + "nickname", text));
    forth(
        all,
        "link",
        acquire,
        Severity.LOOK_AT_THIS,
        "A source of what we know of Acquire has another address",
        spec ->
            spec.put(
                "x-places/contact",
                Map.of("url", "https://developer.acquire.io/moved", "read", "2026-11-21")));
    back(
        all,
        "link",
        raze,
        Severity.LOOK_AT_THIS,
        "A source of what we know of Raze has another address",
        spec ->
            spec.put(
                "x-places/createContact",
                Map.of("url", "https://developer.getraze.co/old", "read", "2026-11-21")));
    return all;
  }

  private static String enumPath(Edit spec, String member) {
    return spec.document().isEmpty() ? member : "components/schemas/" + ENUM + "/" + member;
  }

  private static final String ENUM = "InboundDndStatus";

  private static void forth(
      List<FixedChanges> all,
      String name,
      Crm crm,
      Severity impact,
      String headline,
      Consumer<Edit> edit) {
    all.add(new FixedChanges(name, crm, false, impact, headline, edit));
  }

  private static void back(
      List<FixedChanges> all,
      String name,
      Crm crm,
      Severity impact,
      String headline,
      Consumer<Edit> edit) {
    all.add(new FixedChanges(name + ", back", crm, true, impact, headline, edit));
  }

  /** Returns the earlier specifications, of all changes. */
  static Map<Crm, Source> before() {
    return sources("main", all().stream().filter(FixedChanges::back).toList());
  }

  /** Returns the later specifications, of all changes. */
  static Map<Crm, Source> after() {
    return sources("specs", all().stream().filter(change -> !change.back).toList());
  }

  /** Returns the specification with that change alone. */
  static Source after(FixedChanges change) {
    return requireNonNull(sources("specs", List.of(change)).get(change.crm));
  }

  /** Returns this change alone as a comparison. */
  Review review() {
    Map<Crm, Source> edited = sources("edited", List.of(this));
    Source shipped = Source.shipped(crm);
    Source changed = requireNonNull(edited.get(crm));
    return Review.builder()
        .spec(crm, back ? shipped : changed)
        .since("main", Map.of(crm, back ? changed : shipped))
        .build();
  }

  private static Map<Crm, Source> sources(String name, List<FixedChanges> changes) {
    Map<Crm, Source> sources = new EnumMap<>(Crm.class);
    for (Crm crm : Crm.values()) {
      Edit edit = new Edit(document(crm));
      changes.stream().filter(each -> each.crm == crm).forEach(each -> each.edit.accept(edit));
      sources.put(
          crm,
          Source.text(name + ":" + Words.word(crm) + ".yaml", JsonValue.write(edit.document())));
    }
    return sources;
  }

  private static String path(Crm crm) {
    return ((Map<?, ?>) requireNonNull(document(crm).get("paths")))
        .keySet()
        .iterator()
        .next()
        .toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> document(Crm crm) {
    @Nullable Object value = Node.read(Source.shipped(crm)).value();
    return (Map<String, Object>) requireNonNull(value);
  }

  @Override
  public String toString() {
    return name + " at " + crm;
  }
}
