package io.contactbridge.bulk.internal.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a caller wants a file to be read.
 *
 * @param id the column with the contact's id, or null for the one that is called so
 * @param mapped the fields of columns that are called otherwise
 * @param ignored the columns that are not read
 * @param clearEmpty whether an empty cell of any column clears its field
 * @param clearedIfEmpty the fields that an empty cell clears
 * @param nullText the text of a cell that clears its field, or null if there is none
 * @param tagSeparator what stands between the tags of a cell, or null if that is unknown
 * @param delimiter what stands between cells, or null for what the file's name says
 */
public record ReadingOptions(
    @Nullable String id,
    Map<String, String> mapped,
    Set<String> ignored,
    boolean clearEmpty,
    Set<String> clearedIfEmpty,
    @Nullable String nullText,
    @Nullable String tagSeparator,
    Charset encoding,
    @Nullable String delimiter) {
  public static final ReadingOptions DEFAULT =
      new ReadingOptions(
          null, Map.of(), Set.of(), false, Set.of(), null, null, StandardCharsets.UTF_8, null);

  /** Returns what decides about the meaning of a cell, beside the columns' own names. */
  public Map<String, String> fingerprint() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("empty", clearEmpty ? "clear" : String.join(",", clearedIfEmpty));
    options.put("null", String.valueOf(nullText));
    options.put("tagSeparator", String.valueOf(tagSeparator));
    options.put("encoding", encoding.name());
    options.put("delimiter", String.valueOf(delimiter));
    return options;
  }
}
