package io.contactbridge.cli;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.client.Claim;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One field at one CRM.
 *
 * @param capability what the CRM can do with it, or nothing if the CRM does not have it
 * @param writtenAs the field that it is written as a part of
 */
record FieldAtCrm(
    Crm crm,
    ContactField field,
    Optional<Capability> capability,
    Optional<ContactField> writtenAs) {
  /** Returns every field, in the order {@link ContactField} declares them. */
  static List<FieldAtCrm> all(Crm crm) {
    return Arrays.stream(ContactField.values()).map(field -> of(crm, field)).toList();
  }

  /** Returns the fields that the CRM has. */
  static List<FieldAtCrm> known(Crm crm) {
    return all(crm).stream().filter(field -> field.capability.isPresent()).toList();
  }

  /** Returns the fields that the CRM does not have. */
  static List<FieldAtCrm> unknown(Crm crm) {
    return all(crm).stream().filter(field -> field.capability.isEmpty()).toList();
  }

  /** Returns one field at each CRM. */
  static List<FieldAtCrm> everywhere(ContactField field) {
    return Arrays.stream(Crm.values()).map(crm -> of(crm, field)).toList();
  }

  static FieldAtCrm of(Crm crm, ContactField field) {
    List<Capability> capabilities = CrmProfile.of(crm).capabilities();
    Optional<Capability> own =
        capabilities.stream().filter(capability -> capability.field() == field).findFirst();
    // A part has no place of its own, neither in the request nor in the answer.
    Optional<ContactField> whole =
        own.filter(part -> !part.canRead())
            .flatMap(Capability::requestPath)
            .flatMap(
                path ->
                    capabilities.stream()
                        .filter(Capability::canRead)
                        .filter(capability -> capability.requestPath().equals(Optional.of(path)))
                        .findFirst())
            .map(Capability::field);
    return new FieldAtCrm(crm, field, own, whole);
  }

  /** Returns what can be done with the field, in the order {@link Ability} declares. */
  Set<Ability> abilities() {
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    if (writtenAs.isPresent()) {
      abilities.add(Ability.TOGETHER);
    } else if (can(Capability::canSet)) {
      abilities.add(Ability.SET);
    }
    if (can(Capability::canClear)) {
      abilities.add(Ability.CLEAR);
    }
    if (can(Capability::canRead)) {
      abilities.add(Ability.READ);
    }
    if (can(Capability::replaces)) {
      abilities.add(Ability.REPLACES);
    }
    if (writtenAs.isEmpty() && can(known -> !known.warnings().isEmpty())) {
      abilities.add(Ability.WARNED);
    }
    return abilities;
  }

  /** Returns how each ability is known, in the order {@link Ability} declares them. */
  Map<Ability, Claim> evidence() {
    Map<Ability, Claim> evidence = new EnumMap<>(Ability.class);
    capability.ifPresent(
        known -> {
          known
              .setting()
              .ifPresent(
                  claim ->
                      evidence.put(writtenAs.isPresent() ? Ability.TOGETHER : Ability.SET, claim));
          if (known.canClear()) {
            known.clearing().ifPresent(claim -> evidence.put(Ability.CLEAR, claim));
          }
          known.reading().ifPresent(claim -> evidence.put(Ability.READ, claim));
          known.replacing().ifPresent(claim -> evidence.put(Ability.REPLACES, claim));
        });
    return evidence;
  }

  boolean can(Predicate<Capability> what) {
    return capability.filter(what).isPresent();
  }

  /** Returns what a value of the field is, for people. */
  String form() {
    return switch (field) {
      case EMAIL -> "email address";
      case PHONE -> "phone, best as E.164";
      case COUNTRY -> "ISO 3166-1 alpha-2";
      case LOCATION -> "free text";
      case WEBSITE, LINKEDIN_URL -> "http or https URL";
      case TIMEZONE -> "IANA time zone";
      case DATE_OF_BIRTH -> "date, YYYY-MM-DD";
      case TAGS -> "texts, none twice";
      case DO_NOT_DISTURB -> "true or false";
      case CUSTOM_FIELDS -> "JSON values by key";
      default -> "text";
    };
  }
}
