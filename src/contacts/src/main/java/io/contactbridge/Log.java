package io.contactbridge;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What we log, in one place: a log that fails must fail no update. */
final class Log {
  private static final System.Logger LOGGER = System.getLogger(Contacts.class.getName());

  private Log() {}

  static boolean isDetailed() {
    try {
      return LOGGER.isLoggable(System.Logger.Level.DEBUG);
    } catch (RuntimeException | Error e) {
      return false;
    }
  }

  /** Logs a detail, whose words are only made if somebody wants them. */
  static void detail(Supplier<String> words) {
    try {
      LOGGER.log(System.Logger.Level.DEBUG, words);
    } catch (RuntimeException | Error e) {
      // There is nowhere to say it.
    }
  }

  static void warn(String words, @Nullable Throwable cause) {
    try {
      LOGGER.log(System.Logger.Level.WARNING, words, cause);
    } catch (RuntimeException | Error e) {
      // There is nowhere to say it.
    }
  }
}
