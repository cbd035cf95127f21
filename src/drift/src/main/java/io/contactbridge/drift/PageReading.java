package io.contactbridge.drift;

import java.util.List;

/**
 * What a page says of the operation of our specification.
 *
 * @param notes what was not understood or not shown, as sentences
 */
record PageReading(Facts facts, List<String> notes) {}
