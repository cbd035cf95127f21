package io.contactbridge.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the constant for a word, ignoring case, and suggests one if there is none. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final String kind;
  private final Map<String, E> byWord = new LinkedHashMap<>();

  Choice(String kind, E[] constants, Function<E, String> word) {
    this.kind = kind;
    for (E constant : constants) {
      byWord.put(word.apply(constant), constant);
    }
  }

  /** Returns how a constant is written on the command line. */
  static String word(Enum<?> constant) {
    return word(constant.name());
  }

  @Override
  public E convert(String text) {
    String word = word(text);
    for (Map.Entry<String, E> choice : byWord.entrySet()) {
      if (word.equals(choice.getKey()) || word.equals(word(choice.getValue()))) {
        return choice.getValue();
      }
    }
    throw new TypeConversionException(
        "there is no %s \"%s\"%s; choose one of %s"
            .formatted(
                kind,
                Terminal.plain(text),
                Spelling.suggestion(word, byWord.keySet()),
                String.join(", ", byWord.keySet())));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
