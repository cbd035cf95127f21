package io.contactbridge.review.internal.plans;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.OnUnsupported;
import io.contactbridge.UpdatePlan;
import io.contactbridge.review.internal.content.Accounts;
import io.contactbridge.review.internal.content.Samples;
import io.contactbridge.review.internal.content.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What becomes of an update at one CRM, as data for a page that has no Java: the answers of the
 * library's own plans to questions about one field, and about what fields have to do with each
 * other. Nothing in here knows what a CRM does.
 */
public final class PlanTable {
  private final Crm crm;
  private final Set<String> names;
  private final OfflinePlans library;
  private final OfflinePlans clearing;
  private final PlanWarnings warnings;

  /** A field that is enough by itself, so that others can be asked about beside it. */
  private final ContactField companion;

  private final UpdatePlan alone;

  /**
   * @param names of all properties that the specification has
   */
  public PlanTable(Crm crm, Set<String> names) {
    this.crm = crm;
    this.names = names;
    Contacts.Builder account = Accounts.at(crm).onUnsupported(OnUnsupported.DROP);
    library = new OfflinePlans(crm, account.build());
    clearing = new OfflinePlans(crm, account.allowUndocumentedClear().build());
    companion =
        Stream.of(ContactField.values())
            .filter(field -> !Samples.isName(field) && library.of(Samples.only(field)).isPresent())
            .findFirst()
            .orElseThrow();
    warnings = new PlanWarnings(library, companion);
    alone = library.of(Samples.only(companion)).orElseThrow();
  }

  public Map<String, Object> crm() {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("word", Words.word(crm));
    table.put("name", crm.toString());
    table.put("method", alone.method());
    table.put("url", alone.url());
    table.put("id", Accounts.contactId());
    table.put("headers", alone.headers());
    table.put("ids", ids());
    table.put("order", order());
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Object> general = new LinkedHashMap<>();
    for (ContactField field : ContactField.values()) {
      fields.put(field.name(), field(field, general));
    }
    table.put("fields", fields);
    table.put("warnings", List.copyOf(general.values()));
    table.put("needs", needs());
    table.put("nothing", nothing());
    return table;
  }

  private Map<String, Object> ids() {
    boolean words = library.refusal("a-word", Samples.only(companion)).isEmpty();
    return new TreeMap<>(
        Map.of(
            "pattern",
            words ? "^[A-Za-z0-9_-]{1,128}$" : "^[1-9][0-9]{0,17}$",
            "message",
            library.refusal("no id/", Samples.only(companion)).orElse("")));
  }

  /** Returns the names of the body in the order in which they are sent. */
  private Object order() {
    ContactUpdate.Builder all = ContactUpdate.builder();
    for (ContactField field : ContactField.values()) {
      Samples.set(all, field);
    }
    return PlanBody.of(library.of(all.build()).orElse(alone)).json();
  }

  private Map<String, Object> field(ContactField field, Map<String, Object> general) {
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
    answer.put("warnings", warnings.of(field));
    converted(field).ifPresent(words -> answer.put("e164", words));
    unlike(field).forEach(answer::put);
    table.put("set", answer);
    table.put("clear", clear(field, library));
    table.put("clearUndocumented", clear(field, clearing));
    warnings.addGeneral(field, field == companion ? other() : companion, general);
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
        library.fault(Samples.beside(companion).firstName(" ").lastName(" ").build()).orElse("");
    return Stream.of(message.split("; ", -1))
        .filter(part -> part.startsWith(field.name() + " "))
        .findFirst()
        .orElse("");
  }

  /** The plan of an update, and the part of it for one field. */
  private record Asked(FieldPlan plan, UpdatePlan whole) {}

  private Asked ask(ContactField field, ContactUpdate update) {
    UpdatePlan plan = library.of(update).orElseThrow();
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
    answer.put("body", fragment(asked.whole, plan.field()).template(sample));
    answer.put("evidence", plan.claim().map(PlanWarnings::evidence).orElse(Map.of()));
    return answer;
  }

  private Map<String, Object> clear(ContactField field, OfflinePlans plans) {
    ContactField beside = field == companion ? other() : companion;
    ContactUpdate update = Samples.beside(beside).clear(field).build();
    Optional<UpdatePlan> plan = plans.of(update);
    if (plan.isEmpty()) {
      return Map.of("dropped", plans.fault(update).orElse(""));
    }
    FieldPlan own = find(plan.get(), field);
    if (own.fate() == Fate.DROPPED) {
      return Map.of("dropped", own.detail().orElse(""));
    }
    Map<String, Object> answer = answer(new Asked(own, plan.get()), List.of("no such value"));
    answer.put("warnings", warnings.of(plan.get(), field));
    return answer;
  }

  /** Returns another field that is sent, for where the companion itself is asked about. */
  private ContactField other() {
    return Stream.of(ContactField.values())
        .filter(
            field ->
                field != companion
                    && !Samples.isName(field)
                    && library.of(Samples.only(field)).isPresent())
        .findFirst()
        .orElse(companion);
  }

  /** Returns in which words the library converts a phone number, if it does. */
  private Optional<String> converted(ContactField field) {
    if (field != ContactField.PHONE) {
      return Optional.empty();
    }
    ContactUpdate update = Samples.beside(companion).phone("+1 (202) 555-0123").build();
    return library
        .of(update)
        .map(plan -> find(plan, field))
        .filter(plan -> plan.fate() == Fate.CONVERTED)
        .flatMap(FieldPlan::detail);
  }

  /** Returns what values the CRM would refuse that others take, with the library's words. */
  private Map<String, Object> unlike(ContactField field) {
    Map<String, Object> faults = new LinkedHashMap<>();
    if (field == ContactField.CUSTOM_FIELDS) {
      Map<String, Object> keys = new TreeMap<>();
      for (String name : names) {
        library
            .fault(Samples.beside(companion).customField(name, "x").build())
            .ifPresent(message -> keys.put(name, message));
      }
      faults.put("refusedKeys", keys);
    } else if (field == ContactField.PHONE) {
      library
          .fault(Samples.beside(companion).phone("555-0123").build())
          .ifPresent(message -> faults.put("refused", message));
    } else if (field.type() == String.class && Samples.isFree(field)) {
      library
          .fault(Samples.beside(companion).set(field, "text").build())
          .ifPresent(message -> faults.put("email", message));
    }
    return faults;
  }

  private Map<String, Object> needs() {
    Set<String> enough = new LinkedHashSet<>();
    String message = "";
    for (ContactField field : ContactField.values()) {
      ContactUpdate update = isPart(field) ? Samples.names(field, crm) : Samples.only(field);
      Optional<String> refusal = library.refusal(update);
      if (refusal.isEmpty()) {
        enough.add(field.name());
      } else if (!refusal.get().startsWith(crm + " can")) {
        message = refusal.get();
      }
    }
    return message.isEmpty()
        ? Map.of()
        : new TreeMap<>(Map.of("oneOf", List.copyOf(enough), "message", message));
  }

  private String nothing() {
    return Stream.of(ContactField.values())
        .map(field -> library.refusal(Samples.only(field)))
        .flatMap(Optional::stream)
        .filter(message -> message.startsWith(crm + " can store nothing"))
        .findFirst()
        .orElse("");
  }

  /** Returns the part of a body that a field makes, beside what the companion makes. */
  private PlanBody fragment(UpdatePlan plan, ContactField field) {
    PlanBody all = PlanBody.of(plan);
    if (field != companion) {
      return all.without(PlanBody.of(alone));
    }
    return plan.fields().size() > 1
        ? all.without(PlanBody.of(library.of(Samples.only(other())).orElseThrow()))
        : all;
  }
}
