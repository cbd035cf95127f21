package io.contactbridge;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How far an update had come when it failed.
 *
 * @param attempts how many there were, the last one included
 * @param called whether the last request was given to the network
 * @param mayHaveBeenApplied whether an attempt before the last may have made the change
 * @param note why it was not tried again where that would help, or null
 */
record Course(int attempts, boolean called, boolean mayHaveBeenApplied, @Nullable String note)
    implements Serializable {
  static final Course NONE = new Course(0, true, false, null);
}
