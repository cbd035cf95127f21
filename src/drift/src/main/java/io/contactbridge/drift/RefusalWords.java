package io.contactbridge.drift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences in which a vendor says why a request was refused. They may quote the contact. */
final class RefusalWords {
  private static final int LONGEST = 400;

  /** What has faults by the names of properties. */
  private static final Set<String> FAULTS =
      Set.of("fields", "errors", "details", "violations", "field_errors", "validation_errors");

  /** What holds words or codes and names no property, unless it stands among faults. */
  private static final Set<String> HOLDERS =
      Set.of(
          "code",
          "detail",
          "description",
          "error",
          "error_code",
          "error_description",
          "errormessage",
          "message",
          "messages",
          "msg",
          "name",
          "path",
          "reason",
          "status",
          "statuscode",
          "title",
          "traceid",
          "type");

  private final Set<String> sentences = new LinkedHashSet<>();

  private RefusalWords() {}

  /** Returns the sentences of an answer; one that stands under a name begins with the name. */
  static List<String> of(Exchange refusal) {
    RefusalWords words = new RefusalWords();
    Exchange.Body body = refusal.answer();
    if (body.isJson()) {
      words.collect(null, body.value());
    } else if (refusal.answerBody() != null) {
      words.add(null, refusal.answerBody().replaceAll("<[^>]*>", " "));
    }
    return new ArrayList<>(words.sentences);
  }

  private void collect(@Nullable String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Object about = subject(object);
      boolean faults = name != null && FAULTS.contains(name);
      object.forEach(
          (key, member) -> {
            String word = String.valueOf(key);
            boolean property = faults || !HOLDERS.contains(word.toLowerCase(Locale.ROOT));
            collect(
                about instanceof String text
                    ? text
                    : property || FAULTS.contains(word) ? word : null,
                member);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(element -> collect(name, element));
    } else if (value instanceof String text) {
      add(name == null || FAULTS.contains(name) ? null : name, text);
    }
  }

  /** Some vendors name the property beside the words about it. */
  private static @Nullable Object subject(Map<?, ?> object) {
    for (String key : List.of("field", "property", "param", "parameter", "source")) {
      Object value = object.get(key);
      if (value instanceof String text && text.matches("[A-Za-z_$][A-Za-z0-9_.$\\[\\]-]{0,80}")) {
        return text;
      }
    }
    return null;
  }

  private void add(@Nullable String name, String text) {
    for (String part : text.split("[;\\n]|(?<=[a-z0-9\"'`)])\\. ", -1)) {
      String sentence = part.strip();
      if (!sentence.isEmpty()) {
        String cut = sentence.substring(0, Math.min(LONGEST, sentence.length()));
        sentences.add(name == null ? cut : name + ": " + cut);
      }
    }
  }
}
