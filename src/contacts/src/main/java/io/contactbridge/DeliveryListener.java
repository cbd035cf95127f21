package io.contactbridge;

/**
 * Receives events about the delivery of updates, for metrics. Events have no values, ids or
 * credentials. Several threads of the HTTP client may call a listener at once, so it should be
 * quick. An exception that it throws is logged and does not fail the update.
 */
public interface DeliveryListener {
  /** Called when an attempt has ended. */
  default void attempted(AttemptEvent event) {}

  /** Called when an update has ended, with a result or an exception. */
  default void ended(UpdateEvent event) {}
}
