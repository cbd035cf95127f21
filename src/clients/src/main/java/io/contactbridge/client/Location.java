package io.contactbridge.client;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document, and who wants to hear what is odd there. */
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

  void observe(String expected, @Nullable Object found) {
    tell(expected, Json.form(found));
  }

  /** Observes without the control characters of names, for the sake of logs. */
  void tell(String expected, String found) {
    String path = Patterns.CONTROL.matcher(path()).replaceAll("?");
    listener.accept(new Observation(path, expected, found));
  }

  /** Made only when there is something to tell, since most answers are as specified. */
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

  /** Apart, since they take time to compile and most programs never see an odd answer. */
  private static final class Patterns {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  }
}
