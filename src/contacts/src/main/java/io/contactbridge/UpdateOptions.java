package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.internal.sending.DeliveryOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one update that differ from those of its account: a deadline, a timeout, headers.
 * Immutable.
 *
 * <pre>{@code
 * contacts.update(id, update, UpdateOptions.builder().deadline(Duration.ofSeconds(5)).build());
 * }</pre>
 */
public final class UpdateOptions {
  /** Nothing that differs from the account. */
  public static final UpdateOptions NONE = builder().build();

  private final @Nullable Duration timeout;
  private final @Nullable Duration deadline;
  private final Map<String, String> headers;

  private UpdateOptions(Builder builder) {
    timeout = builder.timeout;
    deadline = builder.deadline;
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Returns how long one attempt may take, if it differs from {@link Contacts.Builder#timeout}. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Returns how long the update may take, if it differs from {@link Contacts.Builder#deadline}. */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /** Returns the headers that are sent beside those of the account. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Names the headers without their values, which may be secret. */
  @Override
  public String toString() {
    return "UpdateOptions[timeout="
        + timeout
        + ", deadline="
        + deadline
        + ", headers="
        + headers.keySet()
        + "]";
  }

  /** Collects what differs. */
  public static final class Builder {
    /** The client sets these; a second one would make the request differ from the plan. */
    private static final Set<String> TAKEN =
        Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "host",
            "te",
            "transfer-encoding",
            "upgrade",
            "version",
            "x-api-key",
            "x-linq-integration-token");

    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Duration timeout;
    private @Nullable Duration deadline;

    private Builder() {}

    /**
     * Limits how long one attempt may take.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder timeout(Duration timeout) {
      this.timeout = DeliveryOptions.positive("a timeout", requireNonNull(timeout, "timeout"));
      return this;
    }

    /**
     * Limits how long the update may take as a whole, with all attempts and all waits, including
     * those for the rate limit.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder deadline(Duration deadline) {
      this.deadline = DeliveryOptions.positive("a deadline", requireNonNull(deadline, "deadline"));
      return this;
    }

    /**
     * Sends a header, such as one for tracing. {@code User-Agent} replaces ours.
     *
     * @throws IllegalArgumentException if name or value cannot stand in a header, or if the header
     *     is one that the update sets itself
     */
    public Builder header(String name, String value) {
      requireNonNull(name, "name");
      requireNonNull(value, "value");
      if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "the header " + name + " is set by the update itself; use another one");
      }
      if (!isHeader(name, "")) {
        throw new IllegalArgumentException(
            "the name of a header is made of letters, digits and hyphens");
      }
      if (!isHeader(name, value)) {
        throw new IllegalArgumentException(
            "the value of the header " + name + " has characters that are not visible ASCII");
      }
      headers.put(name, value);
      return this;
    }

    /** OkHttp's own message quotes the value. */
    private static boolean isHeader(String name, String value) {
      try {
        return Headers.of(name, value).size() == 1;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    public UpdateOptions build() {
      return new UpdateOptions(this);
    }
  }
}
