package io.contactbridge.kafka;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.bulk.CredentialFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** What one value of the configuration must be by itself. Null is for {@link ConfigFaults}. */
final class ConfigChecks {
  private ConfigChecks() {}

  static ConfigDef.Validator oneOf(String... words) {
    return new OneOf(List.of(words));
  }

  /** Checks a credential; the message never quotes it. */
  static void credential(String key, @Nullable Object value) {
    if (value instanceof Password password && !CredentialFile.isCredential(password.value())) {
      throw new ConfigException(
          key
              + " is not a valid credential: it is empty, or has a space, a line break or a character that is"
              + " not ASCII. If it is ${file:...} or ${env:...}, check the value there");
    }
  }

  static void credentialFile(String key, @Nullable Object value) {
    if (value != null) {
      require(key, value, () -> openCredential(Path.of((String) value)));
    }
  }

  /**
   * Reads a credential from its file.
   *
   * @throws IllegalArgumentException if the file has none
   */
  static CredentialFile openCredential(Path path) {
    try {
      return CredentialFile.open(path, ConfigChecks::requireCredential);
    } catch (IOException e) {
      throw new IllegalArgumentException("the worker cannot read this file", e);
    }
  }

  private static String requireCredential(String text) {
    if (!CredentialFile.isCredential(text)) {
      throw new IllegalArgumentException(
          text.isEmpty()
              ? "the file is empty"
              : "the file has no valid credential, but a space, a line break or a character that is not ASCII");
    }
    return text;
  }

  static ConfigDef.Validator partOfAddress(Crm crm) {
    return (key, value) -> {
      if (value != null) {
        require(
            key,
            value,
            () ->
                Contacts.of(crm, name -> AddressKeys.key(name).equals(key) ? (String) value : "x"));
      }
    };
  }

  /** Checks a URL. The message does not quote it, because a URL may contain a password. */
  static void baseUrl(String key, @Nullable Object value) {
    if (value != null) {
      try {
        var unused = Contacts.raze("key").baseUrl((String) value);
      } catch (IllegalArgumentException e) {
        throw new ConfigException(key + ": " + e.getMessage());
      }
    }
  }

  static void region(String key, @Nullable Object value) {
    if (value != null) {
      require(key, value, () -> Contacts.raze("key").defaultRegion((String) value));
    }
  }

  static void contactId(String key, @Nullable Object value) {
    require(key, value, () -> ContactIdSource.parse((String) requireNonNull(value)));
  }

  static void limits(String key, @Nullable Object value) {
    require(key, value, () -> RateLimits.parse(strings(value)));
  }

  /** Returns the check of a number's range; Kafka itself checks that it is a number. */
  static ConfigDef.Validator between(long least, long most) {
    return (key, value) -> {
      if (value instanceof Number number
          && (number.longValue() < least || number.longValue() > most)) {
        throw new ConfigException(key, value, "it must be from %d to %d".formatted(least, most));
      }
    };
  }

  static void fields(String key, @Nullable Object value) {
    List<String> faults = FieldMapping.faults(strings(value));
    if (!faults.isEmpty()) {
      throw new ConfigException(key, value, String.join("; ", faults));
    }
  }

  private static List<String> strings(@Nullable Object list) {
    List<String> strings = new ArrayList<>();
    if (list instanceof List<?> elements) {
      elements.forEach(element -> strings.add(String.valueOf(element)));
    }
    return strings;
  }

  private static void require(String key, @Nullable Object value, Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      throw new ConfigException(key, value, e.getMessage());
    }
  }

  /** One of a few words. */
  record OneOf(List<String> words) implements ConfigDef.Validator, ConfigDef.Recommender {
    @Override
    public void ensureValid(String key, @Nullable Object value) {
      if (value != null && !words.contains((String) value)) {
        throw new ConfigException(key, value, "it must be one of " + this);
      }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
      return Arrays.asList(words.toArray());
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
      return true;
    }

    @Override
    public String toString() {
      return String.join(", ", words);
    }
  }
}
