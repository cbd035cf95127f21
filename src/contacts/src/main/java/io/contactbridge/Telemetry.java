package io.contactbridge;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells of attempts and updates, and breaks none by it: to listeners, and to a log of details. */
record Telemetry(List<DeliveryListener> listeners) {
  private static final System.Logger LOGGER = System.getLogger(Contacts.class.getName());

  void attempted(AttemptEvent event) {
    LOGGER.log(System.Logger.Level.DEBUG, event::toString);
    tell(listener -> listener.attempted(event));
  }

  void ended(UpdateEvent event) {
    LOGGER.log(System.Logger.Level.DEBUG, event::toString);
    tell(listener -> listener.ended(event));
  }

  void detail(Supplier<String> text) {
    LOGGER.log(System.Logger.Level.DEBUG, text);
  }

  private void tell(Consumer<DeliveryListener> call) {
    for (DeliveryListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (RuntimeException | Error e) {
        LOGGER.log(System.Logger.Level.WARNING, "a delivery listener failed", e);
      }
    }
  }
}
