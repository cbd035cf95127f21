package io.contactbridge;

import io.contactbridge.FaultyServer.Turn;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One way in which the network or a CRM can fail, and what a caller is to see of it.
 *
 * @param stage makes it happen at every attempt
 * @param crms where to try it
 */
record Fault(String name, Consumer<Rig> stage, Seen seen, Set<Crm> crms, Retry retry) {
  /** Whether an update is sent again, and whether that helps once the server is well. */
  enum Retry {
    NONE,
    IN_VAIN,
    HEALS
  }

  static Fault staged(String name, Consumer<Rig> stage, Seen seen) {
    return new Fault(name, stage, seen, EnumSet.allOf(Crm.class), Retry.NONE);
  }

  static Fault of(String name, Turn turn, Seen seen) {
    return staged(name, rig -> rig.server().turn(turn), seen);
  }

  /** Returns this fault at one CRM alone: it takes its time, and the CRM makes no difference. */
  Fault slow() {
    return at(Crm.LINQ);
  }

  Fault at(Crm crm) {
    return new Fault(name, stage, seen, EnumSet.of(crm), retry);
  }

  Fault healing() {
    return new Fault(name, stage, seen, crms, Retry.HEALS);
  }

  Fault retriedInVain() {
    return new Fault(name, stage, seen, crms, Retry.IN_VAIN);
  }

  /** Returns how often the update is sent by default if the fault stays. */
  int attempts() {
    return retry == Retry.NONE ? 1 : 3;
  }

  @Override
  public String toString() {
    return name;
  }
}
