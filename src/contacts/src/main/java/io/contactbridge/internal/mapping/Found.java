package io.contactbridge.internal.mapping;

import org.jspecify.annotations.Nullable;

/** The content of the place where a value is looked for: nothing, null or a value. */
record Found(boolean present, @Nullable Object value) {
  static final Found NOTHING = new Found(false, null);
}
