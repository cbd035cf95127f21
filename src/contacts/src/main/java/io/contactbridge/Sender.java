package io.contactbridge;

import java.util.concurrent.ExecutionException;

/** Delivers the updates of one account. */
record Sender(Channel channel) {
  /**
   * Returns the result. An interrupt of the thread ends the update.
   *
   * @throws ContactsException if there is none
   */
  UpdateResult send(String contact, UpdatePlan plan) {
    Delivery delivery = start(contact, plan, true);
    try {
      return delivery.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw delivery.interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ContactsException failure) {
        // So that its stack trace shows the caller and not the thread that read the answer.
        failure.fillInStackTrace();
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a delivery fails with nothing else", e);
    }
  }

  /** Returns the result to come; to cancel it ends the update. */
  Delivery sendAsync(String contact, UpdatePlan plan) {
    return start(contact, plan, false);
  }

  private Delivery start(String contact, UpdatePlan plan, boolean blocking) {
    Delivery delivery = new Delivery(channel, contact, plan, blocking);
    delivery.start();
    return delivery;
  }
}
