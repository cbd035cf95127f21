package io.contactbridge;

import io.contactbridge.client.Observation;
import java.util.function.Consumer;

/** Tells a caller's listener, which must not be able to break an update. */
final class ObservationListener {
  private final Consumer<? super Observation> listener;

  ObservationListener(Consumer<? super Observation> listener) {
    this.listener = listener;
  }

  void tell(Observation observation) {
    try {
      listener.accept(observation);
    } catch (RuntimeException | Error e) {
      Log.warn("the onObservation listener failed", e);
    }
  }
}
