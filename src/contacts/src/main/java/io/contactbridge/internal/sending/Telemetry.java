package io.contactbridge.internal.sending;

import io.contactbridge.AttemptEvent;
import io.contactbridge.DeliveryListener;
import io.contactbridge.UpdateEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reports attempts and updates to listeners and to a log, and never fails an update by doing so.
 */
final class Telemetry {
  private final List<DeliveryListener> listeners;

  Telemetry(List<DeliveryListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void attempted(Supplier<AttemptEvent> event) {
    tell(event, DeliveryListener::attempted);
  }

  void ended(Supplier<UpdateEvent> event) {
    tell(event, DeliveryListener::ended);
  }

  void detail(Supplier<String> text) {
    Log.detail(text);
  }

  /** Creates an event only if there is a listener. */
  private <E> void tell(Supplier<E> event, Telling<E> telling) {
    boolean logged = Log.isDetailed();
    if (!logged && listeners.isEmpty()) {
      return;
    }
    E made = event.get();
    if (logged) {
      Log.detail(made::toString);
    }
    each(listener -> telling.tell(listener, made));
  }

  private void each(Consumer<DeliveryListener> call) {
    for (DeliveryListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (RuntimeException | Error e) {
        Log.warn("a delivery listener failed", e);
      }
    }
  }

  private interface Telling<E> {
    void tell(DeliveryListener listener, E event);
  }
}
