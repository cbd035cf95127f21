package io.contactbridge.internal.sending;

import io.contactbridge.UpdateResult;
import java.util.concurrent.CompletableFuture;

/**
 * A future result. If the caller completes it in any other way, the update ends before callbacks
 * run.
 */
final class PendingUpdate extends CompletableFuture<UpdateResult> {
  private final Runnable end;

  /**
   * @param end ends the update
   */
  PendingUpdate(Runnable end) {
    this.end = end;
  }

  void succeed(UpdateResult result) {
    super.complete(result);
  }

  void fail(Throwable failure) {
    super.completeExceptionally(failure);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    end.run();
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public boolean complete(UpdateResult result) {
    end.run();
    return super.complete(result);
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    end.run();
    return super.completeExceptionally(failure);
  }
}
