package io.contactbridge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One attempt on the wire. Whatever comes of it is a reply, and never a failure of this future. */
final class Exchange extends CompletableFuture<Reply> implements Callback {
  /** OkHttp's words for answers that it keeps: successes, and a refusal of a proxy's. */
  private static final Pattern KEPT =
      Pattern.compile(
          "HTTP (20[45]) had non-zero Content-Length: .*|Received .* \\((407)\\) code .*");

  private final Wire wire;
  private final Deadline deadline;
  private final Call call;
  private final AtomicBoolean settled = new AtomicBoolean();
  private volatile boolean written;
  private volatile @Nullable Future<?> timer;
  private volatile @Nullable String credential;
  private volatile @Nullable String retryAfter;

  /**
   * @param credential the one to send, or null to ask for it when the request is sent
   */
  Exchange(
      Wire wire, boolean blocking, Request request, @Nullable String credential, Deadline end) {
    this.wire = wire;
    this.deadline = end;
    this.credential = credential;
    this.call =
        wire.client(blocking).newCall(request.newBuilder().tag(Exchange.class, this).build());
  }

  void start() {
    call.enqueue(this);
  }

  /** Notes that the call has left the queue, in which only the deadline of the update counts. */
  void begin() throws QueuedException {
    if (!deadline.allows(Duration.ZERO)) {
      throw new QueuedException();
    }
    timer = SystemTime.alarm(wire.timeout(deadline), () -> wire.handover().execute(this::expire));
    if (isDone()) {
      stopTimer();
    }
  }

  /** Gives up waiting. Once an answer has begun, only the rest of its body is given up. */
  void expire() {
    boolean first = settled.compareAndSet(false, true);
    IOException failure =
        timer == null ? new QueuedException() : new InterruptedIOException("timeout");
    // Before anybody is told, who may send the next update of the contact.
    hangUp();
    if (first) {
      end(new Reply(null, failure, written, true));
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    stopTimer();
    hangUp();
    return cancelled;
  }

  /** Notes that the connection took the request whole, so the CRM may have it. */
  void written() {
    written = true;
  }

  void keepRetryAfter(@Nullable String header) {
    retryAfter = header;
  }

  boolean isWritten() {
    return written;
  }

  /** Returns the credential of this attempt, asking for it if that was not done yet. */
  @Nullable String credential() {
    String known = credential;
    if (known == null) {
      known = wire.currentCredential();
      credential = known;
    }
    return known;
  }

  @Override
  public void onResponse(Call call, Response response) {
    if (settled.compareAndSet(false, true)) {
      end(reply(response));
    } else {
      response.close();
    }
  }

  private Reply reply(Response response) {
    try {
      return Reply.of(wire.read(response, retryAfter, call::cancel).without(credential));
    } catch (RuntimeException | Error e) {
      // OkHttp would throw it at the thread, and who waits would wait forever.
      return new Reply(null, e, true, false);
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    if (settled.compareAndSet(false, true)) {
      end(reply(e));
    }
  }

  private Reply reply(IOException e) {
    if (e instanceof Wire.CarriedException carried) {
      return new Reply(null, carried.failure(), written, false);
    }
    Matcher kept = KEPT.matcher(String.valueOf(e.getMessage()));
    if (e instanceof ProtocolException && kept.matches()) {
      int status = kept.group(1) == null ? 407 : Integer.parseInt(kept.group(1));
      return Reply.of(new Answer(status, Headers.EMPTY, ByteString.EMPTY, false));
    }
    IOException failure = call.isCanceled() ? new CanceledException(e) : e;
    return new Reply(null, failure, written && !isUnseen(e), false);
  }

  /** Whether HTTP/2 says that the server has not looked at the request. */
  private static boolean isUnseen(IOException e) {
    return e instanceof ConnectionShutdownException
        || (e instanceof StreamResetException reset && reset.errorCode == ErrorCode.REFUSED_STREAM);
  }

  private void end(Reply reply) {
    stopTimer();
    complete(reply);
  }

  private void hangUp() {
    try {
      call.cancel();
    } catch (RuntimeException e) {
      // The caller's own event listener, which hears of it last, must not hold the update up.
    }
  }

  private void stopTimer() {
    Future<?> running = timer;
    if (running != null) {
      running.cancel(false);
    }
  }
}
