package io.contactbridge;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * All faults that are known. A new one goes into a list here, and is then tried at each CRM and
 * searched for secrets.
 */
final class Faults {
  private Faults() {}

  static Stream<Fault> all() {
    return Stream.of(
            ConnectFaults.ALL,
            ProxyFaults.ALL,
            BreakFaults.ALL,
            LengthFaults.ALL,
            TextFaults.ALL,
            StatusFaults.ALL,
            Http2Faults.ALL)
        .flatMap(List::stream);
  }

  static Fault named(String name) {
    return all().filter(fault -> fault.name().equals(name)).findFirst().orElseThrow();
  }

  static Stream<Arguments> atEachCrm() {
    return all().flatMap(fault -> fault.crms().stream().map(crm -> Arguments.of(fault, crm)));
  }
}
