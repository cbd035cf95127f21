package io.contactbridge.kafka;

import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys of what is part of a CRM's address, such as {@code acquire.account.id}. */
final class AddressKeys {
  private AddressKeys() {}

  static List<String> of(Crm crm) {
    List<String> variables = CrmProfile.of(crm).variables();
    return variables.subList(0, variables.size() - 1).stream().map(AddressKeys::key).toList();
  }

  /** Returns the keys of all CRMs. */
  static List<String> all() {
    return Arrays.stream(Crm.values()).flatMap(crm -> of(crm).stream()).toList();
  }

  /** Returns the key for what is called {@code ACQUIRE_ACCOUNT_ID} in an environment. */
  static String key(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
