package io.contactbridge.kafka;

import io.contactbridge.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rate limits in the form of the configuration, such as {@code 100/10s,200000/1d}. */
final class RateLimits {
  static final String NONE = "none";

  private static final Pattern LIMIT =
      Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,5})(ms|s|m|h|d)");

  private RateLimits() {}

  /**
   * Reads limits; returns an empty list for {@code none}.
   *
   * @throws IllegalArgumentException if a text is not a limit
   */
  static List<Rate> parse(List<String> texts) {
    if (texts.equals(List.of(NONE))) {
      return List.of();
    }
    return texts.stream().map(RateLimits::parse).toList();
  }

  private static Rate parse(String text) {
    Matcher limit = LIMIT.matcher(text);
    if (!limit.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a limit; write one limit as 100/10s, several as 100/10s,200000/1d, and no limit as %s"
              .formatted(text, NONE));
    }
    long number = Long.parseLong(limit.group(2));
    Duration per =
        switch (limit.group(3)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return new Rate(Integer.parseInt(limit.group(1)), per);
  }

  /**
   * Returns one task's share of the account's limits, which is at least one call. Check {@link
   * #areEnoughFor} first.
   */
  static List<Rate> share(List<Rate> limits, int tasks) {
    List<Rate> share = new ArrayList<>();
    limits.forEach(limit -> share.add(new Rate(Math.max(1, limit.calls() / tasks), limit.per())));
    return share;
  }

  static boolean areEnoughFor(List<Rate> limits, int tasks) {
    return limits.stream().allMatch(limit -> limit.calls() >= tasks);
  }

  /** Returns how many calls a second the tightest limit allows; infinity if there is none. */
  static double perSecond(List<Rate> limits) {
    return limits.stream()
        .mapToDouble(limit -> limit.calls() * 1e9 / limit.per().toNanos())
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
