/**
 * Holds a specification against the world: an earlier specification, the vendor's page, a live
 * answer, recorded traffic. Each of them becomes {@linkplain io.contactbridge.drift.Facts facts},
 * and drift is the difference between two lists of facts.
 */
@NullMarked
package io.contactbridge.drift;

import org.jspecify.annotations.NullMarked;
