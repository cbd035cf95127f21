/**
 * Holds a specification against the world: an earlier specification, the vendor's page, a live
 * answer, recorded traffic. Each of them becomes a list of facts, and drift is the difference
 * between two of these lists.
 */
@NullMarked
package io.contactbridge.drift;

import org.jspecify.annotations.NullMarked;
