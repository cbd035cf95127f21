package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Facts;
import java.util.List;

/**
 * The facts that a page gives about the operation of our specification.
 *
 * @param notes what was not understood or not shown, as sentences
 */
record PageReading(Facts facts, List<String> notes) {}
