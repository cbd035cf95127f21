package io.contactbridge.internal.sending;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything we log goes through here, because a failing log must not fail an update. */
final class Log {
  private static final System.Logger LOGGER = System.getLogger("io.contactbridge.Contacts");

  private Log() {}

  static boolean isDetailed() {
    try {
      return LOGGER.isLoggable(System.Logger.Level.DEBUG);
    } catch (RuntimeException | Error e) {
      return false;
    }
  }

  /** Logs a detail, whose text is built only if the level is enabled. */
  static void detail(Supplier<String> words) {
    try {
      LOGGER.log(System.Logger.Level.DEBUG, words);
    } catch (RuntimeException | Error e) {
      // There is no other place to report it.
    }
  }

  static void warn(String words, @Nullable Throwable cause) {
    try {
      LOGGER.log(System.Logger.Level.WARNING, words, cause);
    } catch (RuntimeException | Error e) {
      // There is no other place to report it.
    }
  }
}
