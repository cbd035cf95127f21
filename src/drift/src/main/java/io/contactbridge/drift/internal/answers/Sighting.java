package io.contactbridge.drift.internal.answers;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.Numbers;
import io.contactbridge.drift.internal.facts.PlaceFacts;
import io.contactbridge.drift.internal.facts.RegularExpressions;
import io.contactbridge.drift.internal.facts.ValueForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one place, over many exchanges. It keeps counts and forms and no values, which
 * are personal data; only a word that stands where the specification lists words is kept.
 */
public final class Sighting {
  private static final BigDecimal INT32 = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final String WORD = "[A-Za-z][A-Za-z0-9_.-]{0,39}";

  private final Map<String, Integer> types = new TreeMap<>();
  private final Map<ValueForm, Integer> texts = new EnumMap<>(ValueForm.class);
  private final Map<ValueForm, Integer> numbers = new EnumMap<>(ValueForm.class);
  private final TreeSet<String> words = new TreeSet<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private int count;
  private boolean large;
  private boolean ofPattern = true;
  private boolean unspeakable;

  /**
   * Adds a value.
   *
   * @param spec what is specified of the place
   */
  void add(@Nullable Object value, PlaceFacts spec) {
    count++;
    types.merge(JsonTypes.ofValue(value), 1, Integer::sum);
    if (value instanceof String text) {
      texts.merge(ValueForm.of(text), 1, Integer::sum);
      lengths.add(text.codePointCount(0, text.length()));
      ofPattern &= RegularExpressions.admits(spec.get(Aspect.PATTERN), text);
    } else if (value instanceof Number number) {
      BigDecimal exact = Numbers.exact(number);
      numbers.merge(ValueForm.of(exact), 1, Integer::sum);
      large |= exact.abs().compareTo(INT32) > 0;
    } else if (value instanceof List<?> list) {
      sizes.add(list.size());
    }
    if (spec.get(Aspect.ENUM) != null && value != null) {
      String json = JsonValue.write(value);
      if (spec.list(Aspect.ENUM).contains(json)) {
        words.add(json);
      } else {
        keepWord(json);
      }
    }
  }

  private void keepWord(String json) {
    if (json.replaceAll("^\"|\"$", "").matches(WORD + "|-?\\d{1,4}")) {
      words.add(json);
    } else {
      unspeakable = true;
    }
  }

  int count() {
    return count;
  }

  int nulls() {
    return types.getOrDefault("null", 0);
  }

  int objects() {
    return types.getOrDefault("object", 0);
  }

  /** Returns the JSON types but for null, joined as in facts; nothing if only null was seen. */
  public String type() {
    TreeSet<String> seen = new TreeSet<>(types.keySet());
    seen.remove("null");
    if (seen.contains("number")) {
      seen.remove("integer");
    }
    return String.join("|", seen);
  }

  /** Returns the form that all texts have, or null if there are several or none. */
  @Nullable ValueForm text() {
    return only(texts);
  }

  /** Returns the form that all numbers have, or null if there are several or none. */
  @Nullable ValueForm number() {
    return only(numbers);
  }

  private static @Nullable ValueForm only(Map<ValueForm, Integer> forms) {
    return forms.size() == 1 ? forms.keySet().iterator().next() : null;
  }

  /** Returns the forms of the texts that were seen. */
  Map<ValueForm, Integer> texts() {
    return texts;
  }

  boolean isBeyondInt32() {
    return large;
  }

  boolean isOfPattern() {
    return ofPattern;
  }

  /** Returns the words that were seen where words are listed, as JSON. */
  Set<String> words() {
    return words;
  }

  /** Returns whether something stood among the listed words that is none and is not kept. */
  boolean hasUnspeakable() {
    return unspeakable;
  }

  List<Integer> lengths() {
    return lengths;
  }

  List<Integer> sizes() {
    return sizes;
  }
}
