package io.contactbridge.internal.sending;

import io.contactbridge.internal.answer.Answer;
import io.contactbridge.internal.answer.Secrets;
import io.contactbridge.internal.mapping.PlannedUpdate;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on the wire. Its result is always a reply.
 *
 * <p>A kept connection that the server has closed meanwhile is not a failure: the request is sent
 * again within the attempt, on another connection. Servers often close idle connections, and
 * sending the same PUT again does no harm.
 */
final class HttpAttempt extends EventListener implements Transport.Attempt, Callback {
  /** Other calls may put further connections back that are closed as well. */
  private static final int MOST_STALE = 3;

  private final Transport transport;
  private final Request request;
  private final Deadline deadline;
  private final boolean repeatable;
  private final AtomicBoolean settled = new AtomicBoolean();
  private volatile Call call;
  private volatile @Nullable String credential;
  private volatile Secrets secrets;
  private volatile boolean begun;
  private volatile boolean connected;
  private volatile boolean written;
  private volatile boolean reachedBefore;
  private volatile int status;
  private volatile @Nullable Headers headers;
  private final @Nullable BiConsumer<HttpAttempt, AttemptResult> done;
  private final long allowed;
  private final long end;
  private final AtomicInteger stale = new AtomicInteger();

  /**
   * @param credential the one to send, or null to ask for it when the request is sent
   * @param secrets of earlier attempts
   * @param done takes the reply of an attempt that is enqueued, once, on any thread
   */
  HttpAttempt(
      Transport transport,
      PlannedUpdate plan,
      long timeout,
      Deadline deadline,
      @Nullable String credential,
      Secrets secrets,
      @Nullable BiConsumer<HttpAttempt, AttemptResult> done) {
    this.transport = transport;
    this.request = plan.request();
    this.repeatable = plan.isSafeToRepeat();
    this.deadline = deadline;
    this.credential = credential;
    this.secrets = secrets;
    this.done = done;
    this.allowed = Math.max(1, Math.min(timeout, deadline.left()));
    this.end = System.nanoTime() + allowed;
    this.call = call();
  }

  private Call call() {
    connected = false;
    written = false;
    status = 0;
    Call next = transport.call(request, this);
    next.timeout().timeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    return next;
  }

  /** Makes the call on this thread. */
  AttemptResult execute() {
    while (true) {
      AttemptResult reply = executeOnce();
      if (!isStale(reply)) {
        return reply.after(reachedBefore);
      }
      renew();
    }
  }

  private AttemptResult executeOnce() {
    try {
      return answered(call, call.execute());
    } catch (IOException e) {
      return failed(call, e);
    }
  }

  /** Makes the call on the threads of the HTTP client. */
  void enqueue() {
    call.enqueue(this);
  }

  /** Returns how many nanoseconds the attempt may take. */
  long allowed() {
    return allowed;
  }

  @Override
  public void onResponse(Call call, Response response) {
    if (settle()) {
      end(answered(call, response));
    } else {
      response.close();
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    AttemptResult reply = failed(call, e);
    Call next = isStale(reply) ? renewUnlessSettled() : null;
    if (next != null) {
      next.enqueue(this);
    } else if (settle()) {
      end(reply);
    }
  }

  /**
   * Gives up waiting for an answer at the deadline. Once an answer has begun, only the rest of its
   * body is given up.
   */
  void expire() {
    boolean first = settle();
    // Before callbacks run, because one may send the contact's next update.
    hangUp();
    if (first) {
      end(expired());
    }
  }

  /** Shares a lock with the renewal of the call, so that no call begins after the cancellation. */
  private synchronized boolean settle() {
    return settled.compareAndSet(false, true);
  }

  private synchronized @Nullable Call renewUnlessSettled() {
    if (settled.get()) {
      return null;
    }
    renew();
    return call;
  }

  private AttemptResult expired() {
    if (isTaken()) {
      return withoutBody(status);
    }
    return AttemptResult.ofTimeout(
        begun ? new InterruptedIOException("timeout") : new QueuedException(), written);
  }

  /** Cancels the call. Nothing more is sent, and no callback runs. */
  void cancel() {
    boolean unused = settle();
    hangUp();
  }

  /** Cancels the call of an interrupted thread, which then gets an exception. */
  void hangUp() {
    try {
      call.cancel();
    } catch (RuntimeException | Error e) {
      // The caller's event listener is called last and must not delay the update.
    }
  }

  /** Returns how often the request was sent again within this attempt. */
  int resent() {
    return stale.get();
  }

  /** Returns whether the CRM may have the request. */
  boolean isWritten() {
    return written || reachedBefore;
  }

  @Override
  public @Nullable String credential() {
    String known = credential;
    if (known == null) {
      known = transport.currentCredential();
      credential = known;
    }
    if (known != null) {
      secrets = secrets == Secrets.NONE ? transport.secrets(known) : secrets.and(known);
    }
    return known;
  }

  /** Returns all credentials of the update so far. */
  Secrets secrets() {
    return secrets;
  }

  @Override
  public EventListener listener() {
    return this;
  }

  @Override
  public void begin() throws QueuedException {
    if (deadline.isOver() || settled.get()) {
      throw new QueuedException();
    }
    begun = true;
  }

  @Override
  public void answered(Response response) {
    status = response.code();
    headers = response.headers();
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    connected = true;
  }

  /** The connection took the request whole, so the CRM may have it. */
  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    written = true;
  }

  private void end(AttemptResult reply) {
    if (done != null) {
      done.accept(this, reply.after(reachedBefore));
    }
  }

  private AttemptResult answered(Call call, Response response) {
    Headers raw = headers;
    // Of a 503 Retry-After was kept from OkHttp.
    Headers known = raw == null || status != 503 ? response.headers() : raw;
    return AttemptResult.of(transport.read(response, known, call, secrets));
  }

  private AttemptResult failed(Call call, IOException e) {
    if (isTaken()) {
      return withoutBody(status);
    }
    if (e instanceof Transport.CarriedException carried) {
      return AttemptResult.of(carried.failure(), written);
    }
    int kept = KeptAnswer.status(e);
    if (kept != 0) {
      return withoutBody(kept);
    }
    if (call.isCanceled() && e instanceof InterruptedIOException && isTimeout(e)) {
      return AttemptResult.ofTimeout(e, written);
    }
    IOException failure = call.isCanceled() ? new CanceledException(e) : e;
    return AttemptResult.of(failure, written && !isUnseen(e));
  }

  /** Whether the CRM has taken the update, whatever went wrong afterwards. */
  private boolean isTaken() {
    return status >= 200 && status < 300;
  }

  private AttemptResult withoutBody(int status) {
    Headers known = headers == null ? Headers.EMPTY : headers;
    return AttemptResult.of(Answer.of(status, known, ByteString.EMPTY, false, secrets));
  }

  private static boolean isTimeout(IOException e) {
    return "timeout".equals(e.getMessage());
  }

  /** Whether a kept connection ended before an answer began. */
  private boolean isStale(AttemptResult reply) {
    return !connected
        && status == 0
        && stale.get() < MOST_STALE
        && (repeatable || !reply.reached())
        && !call.isCanceled()
        && reply.failure() instanceof IOException e
        && isClosed(e);
  }

  private static boolean isClosed(IOException e) {
    Throwable cause = e.getCause();
    return e instanceof ConnectionShutdownException
        || (e instanceof StreamResetException reset && reset.errorCode == ErrorCode.CANCEL)
        || e instanceof SocketException
        || (e instanceof SSLException && cause instanceof SocketException)
        || (cause instanceof EOFException end
            && String.valueOf(end.getMessage()).contains("limit=0 "));
  }

  private void renew() {
    int unused = stale.incrementAndGet();
    reachedBefore = reachedBefore || written;
    transport.dropIdleConnections();
    call = call();
  }

  /** Whether HTTP/2 says that the server has not looked at the request. */
  private static boolean isUnseen(IOException e) {
    return e instanceof ConnectionShutdownException
        || (e instanceof StreamResetException reset && reset.errorCode == ErrorCode.REFUSED_STREAM);
  }

  /** Answers that OkHttp keeps to itself: successes, and a refusal of a proxy's. */
  private static final class KeptAnswer {
    private static final Pattern WORDS =
        Pattern.compile(
            "HTTP (20[45]) had non-zero Content-Length: .*|Received .* \\((407)\\) code .*");

    /** Returns the status in OkHttp's words, or 0. */
    static int status(IOException e) {
      Matcher kept = WORDS.matcher(String.valueOf(e.getMessage()));
      if (!(e instanceof ProtocolException) || !kept.matches()) {
        return 0;
      }
      return kept.group(1) == null ? 407 : Integer.parseInt(kept.group(1));
    }
  }
}
