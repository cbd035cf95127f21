package io.contactbridge;

/**
 * Hears how updates are delivered, for metrics. Events have no values, ids or credentials. A
 * listener is called on threads of the HTTP client, several at once, and should be quick; what it
 * throws is logged and breaks no update.
 */
public interface DeliveryListener {
  /** Hears that an attempt has ended. */
  default void attempted(AttemptEvent event) {}

  /** Hears that an update has ended, with a result or without. */
  default void ended(UpdateEvent event) {}
}
