package io.contactbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The variables that describe an account, of which the last one holds the credential. */
record AccountVariables(Crm crm, Function<String, @Nullable String> values) {
  /**
   * Returns the parts of the server's address.
   *
   * @throws IllegalArgumentException if one of them has no value
   */
  List<String> address() {
    List<String> names = CrmProfile.of(crm).variables();
    List<String> address = new ArrayList<>();
    for (String name : names.subList(0, names.size() - 1)) {
      String value = values.apply(name);
      if (value == null) {
        throw new IllegalArgumentException(crm + " needs a value of " + name);
      }
      address.add(value);
    }
    return address;
  }

  @SuppressWarnings("NullAway") // A credential that is null is refused when it is to be sent.
  Supplier<String> credential() {
    List<String> names = CrmProfile.of(crm).variables();
    String name = names.get(names.size() - 1);
    return () -> values.apply(name);
  }
}
