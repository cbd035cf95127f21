package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Facts;
import java.util.List;

/**
 * What a page says of the operation of our specification.
 *
 * @param notes what was not understood or not shown, as sentences
 */
record PageReading(Facts facts, List<String> notes) {}
