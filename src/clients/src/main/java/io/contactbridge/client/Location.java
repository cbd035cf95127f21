package io.contactbridge.client;

import com.squareup.moshi.JsonReader;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document, and the listener for what differs from the specification there. */
final class Location {
  private final @Nullable Location parent;
  private final Object step;
  private final Consumer<? super Observation> listener;

  private Location(@Nullable Location parent, Object step, Consumer<? super Observation> listener) {
    this.parent = parent;
    this.step = step;
    this.listener = listener;
  }

  static Location root(String path, Consumer<? super Observation> listener) {
    return new Location(null, path, listener);
  }

  /**
   * Returns a place in this one.
   *
   * @param step the name of a property, or the index of an element
   */
  Location at(Object step) {
    return new Location(this, step, listener);
  }

  /** Returns the path that a reader has reached, without control characters, for messages. */
  static String path(JsonReader reader) {
    // Moshi's path ends in a dot where an object broke off before its first name.
    return printable(reader.getPath().replaceFirst("\\.$", ""));
  }

  void observe(String expected, @Nullable Object found) {
    tell(expected, JsonValue.form(found));
  }

  /** Reports an observation, without control characters in its path, so that it can be logged. */
  void tell(String expected, String found) {
    listener.accept(new Observation(printable(path()), expected, found));
  }

  private static String printable(String path) {
    return Patterns.CONTROL.matcher(path).replaceAll("?");
  }

  /** Built only for an observation, since most answers have none. */
  private String path() {
    if (parent == null) {
      return step.toString();
    }
    if (step instanceof Integer index) {
      return parent.path() + "[" + index + "]";
    }
    String name = step.toString();
    return Patterns.PLAIN_NAME.matcher(name).matches()
        ? parent.path() + "." + name
        : parent.path() + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  /** In a class of their own, since they take time to compile and most programs never need them. */
  private static final class Patterns {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  }
}
