package io.contactbridge.internal.sending;

import io.contactbridge.client.Observation;
import java.util.function.Consumer;

/** Tells a caller's listener, which must not be able to break an update. */
public final class ObservationListener implements Consumer<Observation> {
  private final Consumer<? super Observation> listener;

  public ObservationListener(Consumer<? super Observation> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(Observation observation) {
    try {
      listener.accept(observation);
    } catch (RuntimeException | Error e) {
      Log.warn("the onObservation listener failed", e);
    }
  }
}
