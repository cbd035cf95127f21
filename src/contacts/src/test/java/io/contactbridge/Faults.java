package io.contactbridge;

import io.contactbridge.Fault.Retry;
import java.util.List;
import java.util.stream.IntStream;
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
    return all().flatMap(Faults::atEachCrm);
  }

  /** Returns each fault at one CRM, and not always the same. */
  static Stream<Arguments> atSomeCrm() {
    return atSomeCrm(all().toList());
  }

  static Stream<Arguments> thatHeal() {
    return atSomeCrm(all().filter(fault -> fault.retry() == Retry.HEALS).toList());
  }

  private static Stream<Arguments> atEachCrm(Fault fault) {
    return fault.crms().stream().map(crm -> Arguments.of(fault, crm));
  }

  private static Stream<Arguments> atSomeCrm(List<Fault> faults) {
    return IntStream.range(0, faults.size())
        .mapToObj(
            i -> {
              List<Crm> crms = List.copyOf(faults.get(i).crms());
              return Arguments.of(faults.get(i), crms.get(i % crms.size()));
            });
  }
}
