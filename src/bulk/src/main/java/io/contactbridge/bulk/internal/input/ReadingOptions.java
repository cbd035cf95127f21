package io.contactbridge.bulk.internal.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings with which a file is read.
 *
 * @param id the column with the contact's id, or null for the column named id
 * @param mapped the fields of columns that have other names
 * @param ignored the columns that are not read
 * @param clearEmpty whether an empty cell of any column clears its field
 * @param clearedIfEmpty the fields that an empty cell clears
 * @param nullText the text of a cell that clears its field, or null if there is none
 * @param tagSeparator the separator of the tags in a cell, or null if it is unknown
 * @param delimiter the separator of cells, or null if it follows from the file's name
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

  /** Returns the settings that change the meaning of a cell, except the names of the columns. */
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
