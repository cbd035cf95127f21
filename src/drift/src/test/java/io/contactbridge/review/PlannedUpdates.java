package io.contactbridge.review;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.FieldPlan;
import io.contactbridge.OnUnsupported;
import io.contactbridge.UpdatePlan;
import io.contactbridge.client.JsonValue;
import io.contactbridge.review.internal.content.Accounts;
import io.contactbridge.review.internal.content.Samples;
import io.contactbridge.review.internal.content.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A hundred updates with what {@link Contacts#plan} says of each at every CRM, for the page to be
 * held against. Some are there for what is particular; the rest is put together at random, with a
 * fixed seed.
 */
final class PlannedUpdates {
  private static final int HOW_MANY = 100;

  private static final Map<ContactField, List<Object>> VALUES = new LinkedHashMap<>();

  static {
    for (ContactField field : ContactField.values()) {
      VALUES.put(field, List.of(Samples.value(field)));
    }
    VALUES.put(
        ContactField.FULL_NAME, List.of("Ada Lovelace", "", "Ünïcödé “quoted” \\ \u2028 <b>"));
    VALUES.put(ContactField.FIRST_NAME, List.of("Ada", " ", ""));
    VALUES.put(ContactField.LAST_NAME, List.of("Lovelace", " ", ""));
    VALUES.put(
        ContactField.PHONE,
        List.of(
            "+12025550123",
            "+1 (202) 555-0123",
            "(202) 555-0123",
            "+442079460958",
            "+44 20 7946 0958",
            "+49 30 123456",
            "+999 123456",
            "+1 202 555",
            "+1 202 555 0123 99"));
    VALUES.put(
        ContactField.TAGS,
        List.of(
            List.of("vip"),
            List.of(),
            List.of("0d9c4c4e-8f0b-4f3e-9a52-5a3a7c3b1f10"),
            List.of("0D9C4C4E-8F0B-4F3E-9A52-5A3A7C3B1F10", "vip")));
    VALUES.put(ContactField.OWNER, List.of("ada@example.com", "ve9EPM428h8vShlRW1KT"));
    VALUES.put(ContactField.DO_NOT_DISTURB, List.of(true, false));
    VALUES.put(
        ContactField.CUSTOM_FIELDS,
        List.of(
            Map.of("Ab3Cd5Ef7Gh9Jk1Lm3No", "value"),
            Map.of("key", 3L),
            Map.of("email", "x@example.com"),
            Map.of("list", List.of("a", true, Map.of("inner", "b")))));
  }

  private PlannedUpdates() {}

  /** Returns each update as it is pasted, with its options, and what is expected of each CRM. */
  static List<Map<String, Object>> all() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (ContactField field : ContactField.values()) {
      all.add(planned(Map.of(field, List.of(Samples.value(field))), false, false, "123"));
    }
    Random random = new Random(11);
    while (all.size() < HOW_MANY) {
      Map<ContactField, List<Object>> update = new LinkedHashMap<>();
      for (ContactField field : ContactField.values()) {
        if (random.nextInt(4) == 0) {
          List<Object> values = VALUES.getOrDefault(field, List.of());
          boolean clear = random.nextInt(4) == 0;
          update.put(field, clear ? List.of() : List.of(values.get(random.nextInt(values.size()))));
        }
      }
      if (!update.isEmpty()) {
        String id = random.nextInt(10) == 0 ? "an/id" : random.nextInt(4) == 0 ? "word" : "4711";
        all.add(planned(update, random.nextInt(3) > 0, random.nextBoolean(), id));
      }
    }
    return all;
  }

  /**
   * Plans an update.
   *
   * @param fields a value for each, or nothing to clear it
   */
  private static Map<String, Object> planned(
      Map<ContactField, List<Object>> fields, boolean drop, boolean clear, String id) {
    Map<String, @Nullable Object> pasted = new LinkedHashMap<>();
    pasted.put("id", id);
    ContactUpdate.Builder update = ContactUpdate.builder();
    fields.forEach(
        (field, values) -> {
          String word = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
          if (values.isEmpty()) {
            pasted.put(word, null);
            update.clear(field);
          } else {
            Object value = values.get(0);
            pasted.put(word, value instanceof LocalDate ? value.toString() : value);
            update.set(field, value);
          }
        });
    Map<String, Object> expected = new LinkedHashMap<>();
    for (Crm crm : Crm.values()) {
      expected.put(Words.word(crm), expected(crm, update.build(), drop, clear, id));
    }
    return Map.of(
        "text", JsonValue.write(pasted), "drop", drop, "clear", clear, "expected", expected);
  }

  private static Map<String, Object> expected(
      Crm crm, ContactUpdate update, boolean drop, boolean clear, String id) {
    Contacts.Builder library =
        Accounts.at(crm).onUnsupported(drop ? OnUnsupported.DROP : OnUnsupported.REFUSE);
    if (clear) {
      library.allowUndocumentedClear();
    }
    try {
      UpdatePlan plan = library.build().plan(id, update);
      Map<String, Object> expected = new LinkedHashMap<>();
      expected.put("refused", "");
      expected.put("url", plan.url());
      expected.put("body", plan.body());
      expected.put("warnings", plan.warnings());
      expected.put("fields", plan.fields().stream().map(PlannedUpdates::fate).toList());
      return expected;
    } catch (IllegalArgumentException e) {
      return Map.of("refused", String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> fate(FieldPlan plan) {
    return Map.of(
        "field", plan.field().name(),
        "fate", plan.fate().name(),
        "detail", plan.detail().orElse(""));
  }

  /** Returns values that no CRM could have, with the library's words. */
  static List<Map<String, Object>> unfit() {
    List<Map<String, Object>> all = new ArrayList<>();
    unfit(all, ContactField.EMAIL, "ada", "a b@c.d", "a@b", "ada@example.com ", "");
    unfit(all, ContactField.PHONE, "12", "call me");
    unfit(all, ContactField.COUNTRY, "us", "USA", "");
    unfit(all, ContactField.TIMEZONE, "London", "europe/london");
    unfit(
        all,
        ContactField.WEBSITE,
        "example.com",
        "ftp://example.com",
        "https://",
        "https://exa mple.com",
        "https://ex_ample.com",
        "https://münchen.de",
        "https://1.2.3",
        "https://a.b/%zz",
        "https://a.b/[x]");
    unfit(all, ContactField.TAGS, List.of("a", "a"), List.of(" "), List.of("\u2003"));
    unfit(all, ContactField.CUSTOM_FIELDS, Map.of(" ", "x"));
    unfit(all, ContactField.LAST_NAME, "\ud83d");
    return all;
  }

  /** Returns values that every field takes as such, which the page must take too. */
  static List<Map<String, Object>> fit() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String url :
        List.of(
            "https://example.com",
            "HTTP://EXAMPLE.COM:8080/a/b?c=d#e",
            "https://user:pass@example.com/ü?q=[1]",
            "https://[2001:db8::1]/",
            "https://127.0.0.1/",
            "https://a-b.c1./~x;y,z'()*!$&+=:@")) {
      fit(all, ContactField.WEBSITE, url);
    }
    fit(all, ContactField.EMAIL, "ü@ü.ü");
    fit(all, ContactField.TAGS, List.of("\u00a0"));
    fit(all, ContactField.DATE_OF_BIRTH, LocalDate.of(2024, 2, 29));
    return all;
  }

  private static void fit(List<Map<String, Object>> all, ContactField field, Object value) {
    all.add(planned(Map.of(field, List.of(value)), true, false, "123"));
  }

  private static void unfit(List<Map<String, Object>> all, ContactField field, Object... values) {
    for (Object value : values) {
      String message = "";
      try {
        ContactUpdate.builder().set(field, value);
      } catch (IllegalArgumentException e) {
        message = String.valueOf(e.getMessage());
      }
      String word = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String text = JsonValue.write(Map.of(word, value)).replace("?", "\\ud83d");
      all.add(Map.of("text", text, "message", message));
    }
  }
}
