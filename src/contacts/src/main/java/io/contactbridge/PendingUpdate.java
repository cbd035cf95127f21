package io.contactbridge;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * A future result. If the caller completes it in any other way, the update ends before callbacks
 * run.
 */
final class PendingUpdate extends CompletableFuture<UpdateResult> {
  private final AsyncDriver driver;

  PendingUpdate(AsyncDriver driver) {
    this.driver = driver;
  }

  void succeed(UpdateResult result) {
    super.complete(result);
  }

  void fail(Throwable failure) {
    super.completeExceptionally(failure);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    giveUp();
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public boolean complete(UpdateResult result) {
    giveUp();
    return super.complete(result);
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    giveUp();
    return super.completeExceptionally(failure);
  }

  /** What completes this in other ways is noticed by the {@link Watch}. */
  void giveUp() {
    if (driver.giveUp()) {
      driver.tellGivenUp(CancellationException.class.getSimpleName());
    }
  }
}
