package io.contactbridge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Updates that a CRM can store, and JSON. */
final class UpdateArbitraries {
  private static final Set<ContactField> NAMES =
      EnumSet.of(ContactField.FULL_NAME, ContactField.FIRST_NAME, ContactField.LAST_NAME);

  private UpdateArbitraries() {}

  /** Returns updates of any fields that {@code crm} can store, with any values. */
  static Arbitrary<ContactUpdate> updates(Crm crm) {
    List<ContactField> stored =
        CrmProfile.of(crm).capabilities().stream()
            .filter(Capability::canSet)
            .map(Capability::field)
            .toList();
    return Arbitraries.of(stored)
        .set()
        .ofMinSize(1)
        .map(fields -> possible(crm, fields))
        .flatMap(
            fields ->
                Combinators.combine(fields.stream().map(UpdateArbitraries::value).toList())
                    .as(values -> update(List.copyOf(fields), values)));
  }

  /**
   * Returns {@code fields} with what {@code crm} wants beside them and without what it does not.
   */
  private static Set<ContactField> possible(Crm crm, Set<ContactField> fields) {
    Set<ContactField> possible = new HashSet<>(fields);
    if (crm == Crm.LINQ) {
      possible.add(ContactField.EMAIL);
    }
    if ((crm == Crm.ACQUIRE || crm == Crm.RAZE) && possible.removeAll(NAMES)) {
      boolean whole = fields.contains(ContactField.FULL_NAME);
      possible.addAll(
          whole
              ? Set.of(ContactField.FULL_NAME)
              : Set.of(ContactField.FIRST_NAME, ContactField.LAST_NAME));
    }
    return possible;
  }

  private static ContactUpdate update(List<ContactField> fields, List<Object> values) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    for (int i = 0; i < fields.size(); i++) {
      update.set(fields.get(i), values.get(i));
    }
    return update.build();
  }

  private static Arbitrary<Object> value(ContactField field) {
    return switch (field) {
      case EMAIL, OWNER -> emails().map(email -> email);
      case PHONE -> phones().map(phone -> phone);
      case COUNTRY -> Arbitraries.of(Locale.getISOCountries()).map(country -> country);
      case TIMEZONE -> Arbitraries.of(ZoneId.getAvailableZoneIds()).map(zone -> zone);
      case WEBSITE, LINKEDIN_URL ->
          word().map(word -> "https://" + word + ".example.com/" + word + "?a=%20#b");
      case DATE_OF_BIRTH ->
          Arbitraries.longs().between(-100_000, 50_000).map(LocalDate::ofEpochDay);
      case TAGS ->
          texts().filter(text -> !text.isBlank()).list().ofMaxSize(5).uniqueElements().map(t -> t);
      case DO_NOT_DISTURB -> Arbitraries.of(true, false).map(bool -> bool);
      case CUSTOM_FIELDS ->
          Arbitraries.maps(ids(), json(word())).ofMinSize(1).ofMaxSize(4).map(map -> map);
      default -> texts().map(text -> text);
    };
  }

  /** Returns any JSON but null, whose objects have keys of {@code keys}. */
  static Arbitrary<Object> json(Arbitrary<String> keys) {
    return Arbitraries.lazyOf(
        () -> texts().map(text -> text),
        () -> Arbitraries.longs().map(number -> number),
        () -> Arbitraries.integers().between(-9, 9).map(number -> number),
        () -> Arbitraries.doubles().map(number -> number),
        () -> Arbitraries.bigDecimals().ofScale(3).map(number -> number),
        () -> Arbitraries.of(true, false).map(bool -> bool),
        () -> json(keys).list().ofMaxSize(3).map(list -> list),
        () -> Arbitraries.maps(keys, json(keys)).ofMaxSize(4).map(Map::copyOf));
  }

  /** Returns text without surrogates, which stand alone where they are chosen one by one. */
  static Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange('\u0000', '\uD7FF').ofMaxLength(20);
  }

  private static Arbitrary<String> word() {
    return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
  }

  /** Returns ids as HighLevel gives them to custom fields. */
  private static Arbitrary<String> ids() {
    return Arbitraries.strings().alpha().numeric().ofLength(20);
  }

  private static Arbitrary<String> emails() {
    return Combinators.combine(word(), word()).as((name, host) -> name + "@" + host + ".example");
  }

  private static Arbitrary<String> phones() {
    return Combinators.combine(
            Arbitraries.of(
                "+1202555%04d", "+1 (202) 555-%04d", "+44 20 7946 %04d", "+55119999%05d"),
            Arbitraries.integers().between(0, 9999))
        .as((form, number) -> String.format(Locale.ROOT, form, number));
  }
}
