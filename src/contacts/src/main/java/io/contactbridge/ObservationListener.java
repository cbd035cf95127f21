package io.contactbridge;

import io.contactbridge.client.Observation;
import java.util.function.Consumer;

/** Tells a caller's listener, which must not be able to break an update. */
final class ObservationListener {
  private static final System.Logger LOGGER = System.getLogger(Contacts.class.getName());

  private final Consumer<? super Observation> listener;

  ObservationListener(Consumer<? super Observation> listener) {
    this.listener = listener;
  }

  void tell(Observation observation) {
    try {
      listener.accept(observation);
    } catch (RuntimeException | Error e) {
      LOGGER.log(System.Logger.Level.WARNING, "the onObservation listener failed", e);
    }
  }
}
