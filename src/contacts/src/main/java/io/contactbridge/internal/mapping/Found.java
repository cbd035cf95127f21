package io.contactbridge.internal.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The content of the place where a value is looked for: nothing, null or a value.
 *
 * @param instead where it was found, if that is not where it is documented, or null
 */
record Found(boolean present, @Nullable Object value, @Nullable String instead) {
  static final Found NOTHING = new Found(false, null);

  Found(boolean present, @Nullable Object value) {
    this(present, value, null);
  }
}
