package io.contactbridge.drift.internal.diagnosis;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.answers.Expectation;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names in a refusal, in whatever language it is written: those that the specification has, and
 * what looks like others. What they have to do with the refusal is for an experiment to find out.
 */
public final class RefusalWords {
  private static final Pattern QUOTED =
      Pattern.compile("[\"'`]([A-Za-z_$][A-Za-z0-9_.$\\[\\]-]{0,80})[\"'`]");
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z_$][A-Za-z0-9_$\\[\\]]*(?:[.-][A-Za-z0-9_$\\[\\]]+)*");
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "[a-z]+[A-Z][A-Za-z0-9]*|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+|[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(?:_[A-Z0-9]+)*");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final Pattern LIST =
      Pattern.compile(
          "[\"'`]?[\\w.-]+[\"'`]?(?:\\s*(?:,|\\||/|\\bor\\b|\\band\\b)+\\s*[\"'`]?[\\w.-]+[\"'`]?)+");
  private static final Pattern QUERY =
      Pattern.compile("(?i)query (?:string )?parameter:? [\"'`]?([A-Za-z_][A-Za-z0-9_-]*)");
  private static final int LONGEST = 160;
  private static final int SECRET = 3;

  /** Headers that are no matter of an API. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "host",
          "content-length",
          "content-type",
          "transfer-encoding",
          "connection",
          "cookie",
          "authorization",
          "accept",
          "date",
          "x-request-id");

  private final Facts spec;
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> keys = new LinkedHashSet<>();

  private RefusalWords(Facts spec, HttpExchange refusal) {
    this.spec = spec;
    HttpExchange.Body body = refusal.answer();
    if (body.isJson()) {
      collect(body.value());
    } else if (refusal.answerBody() != null) {
      texts.add(refusal.answerBody().replaceAll("<[^>]*>", " "));
    }
    spec.places().stream()
        .filter(place -> place.part() == Part.ANSWER_BODY && !place.status().startsWith("2"))
        .map(SpecLocation::name)
        .forEach(keys::remove);
  }

  public static RefusalWords of(Facts spec, HttpExchange refusal) {
    return new RefusalWords(spec, refusal);
  }

  private void collect(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (key, member) -> {
            keys.add(String.valueOf(key));
            collect(member);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(this::collect);
    } else if (value instanceof String text) {
      texts.add(text);
    }
  }

  /** Returns all words, one text after the other. */
  public String words() {
    return String.join("\n", texts);
  }

  /** Returns the words for a report: a piece of them, without what the request or contact has. */
  public String quoted(List<? extends @Nullable Object> secrets) {
    String words = String.join(" / ", texts).replaceAll("\\s+", " ");
    Set<String> values =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    secrets.forEach(each -> leaves(each, values));
    for (String value : values) {
      words = value.length() < SECRET ? words : words.replace(value, "…");
    }
    words = words.replaceAll("\\S+@\\S+", "…").replaceAll("\\+?\\d[\\d ()-]{5,}\\d", "…");
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  private static void leaves(@Nullable Object value, Set<String> found) {
    if (value instanceof Map<?, ?> object) {
      object.values().forEach(each -> leaves(each, found));
    } else if (value instanceof List<?> list) {
      list.forEach(each -> leaves(each, found));
    } else if (value instanceof String text) {
      found.add(text);
    }
  }

  /** Returns the properties of the request that are named: by their path, or else by their name. */
  public Set<SpecLocation> known() {
    List<SpecLocation> places =
        spec.places().stream()
            .filter(place -> place.part() == Part.REQUEST_BODY && place.path().length() > 1)
            .filter(place -> !place.path().endsWith(".*"))
            .toList();
    Set<SpecLocation> found = new TreeSet<>();
    for (String name : candidates()) {
      String path = name.replaceAll("^(?:\\$|body|request)\\.|\\[\\d*]|\\.\\d+(?=\\.|$)", "");
      places.stream()
          .filter(place -> isNamed(place.path().replace("[*]", ""), path))
          .forEach(found::add);
    }
    // A name that is also an everyday word counts if nothing more particular is named.
    Set<SpecLocation> longer =
        found.stream().filter(place -> !isPlain(place.name())).collect(Collectors.toSet());
    return longer.isEmpty() ? found : longer;
  }

  private boolean isPlain(String name) {
    return WORD.matcher(words()).results().map(m -> m.group()).anyMatch(name::equals)
        && !IDENTIFIER.matcher(name).matches()
        && !quotedNames().contains(name)
        && !keys.contains(name);
  }

  private static boolean isNamed(String path, String name) {
    return path.equals("$." + name) || path.endsWith("." + name);
  }

  private Set<String> quotedNames() {
    return QUOTED
        .matcher(words())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private Set<String> candidates() {
    Set<String> names = new LinkedHashSet<>(keys);
    Matcher words = WORD.matcher(words());
    while (words.find()) {
      names.add(words.group());
      names.add(words.group().replaceAll("[.-]$", ""));
    }
    return names;
  }

  /** Returns what looks like a name that the specification does not have, the likeliest first. */
  public List<String> unknown() {
    Set<String> names = new LinkedHashSet<>();
    names.addAll(quotedNames());
    candidates().stream()
        .filter(name -> IDENTIFIER.matcher(last(name)).matches())
        .forEach(names::add);
    keys.stream().filter(key -> key.matches("[A-Za-z][A-Za-z0-9_.-]*")).forEach(names::add);
    String[] words = words().split("[^A-Za-z0-9_]+", -1);
    for (int i = words.length - 1; i >= 0; i--) {
      if (words[i].length() > 2 && words[i].equals(words[i].toLowerCase(Locale.ROOT))) {
        names.add(words[i]);
      }
    }
    return names.stream()
        .map(RefusalWords::last)
        .distinct()
        .filter(name -> !CODE.matcher(name).matches() && !isOurs(name))
        .filter(name -> !OF_HTTP.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Returns the values, as JSON texts, that stand in one list with values that are known. */
  public Set<String> listed(SpecLocation place, Set<String> known) {
    Set<String> values = new TreeSet<>();
    String path = place.path().replaceAll("^\\$\\.|\\[\\*]", "");
    String about =
        words()
            .lines()
            .flatMap(line -> Stream.of(line.split(";", -1)))
            .filter(sentence -> sentence.replaceAll("\\[\\d*]|\\.\\d+(?=\\.)", "").contains(path))
            .collect(Collectors.joining("\n"));
    Matcher list = LIST.matcher(about);
    while (list.find()) {
      Set<String> these = new TreeSet<>();
      WORDS
          .matcher(list.group())
          .results()
          .forEach(word -> these.add(JsonValue.write(word.group())));
      these.removeAll(Set.of("\"or\"", "\"and\""));
      if (these.stream().filter(known::contains).count() >= 2) {
        values.addAll(these);
      }
    }
    return values;
  }

  public static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  /** Returns the parameters that are named: by a header's name, or as the id is called. */
  public List<SpecLocation> parameters() {
    boolean missing = words().matches("(?is).*(?:not found|no such|not exist).*");
    return spec.places().stream()
        .filter(
            place ->
                switch (place.part()) {
                  case PATH_PARAMETER -> !missing && isWord(place.path() + "|id");
                  case REQUEST_HEADER, QUERY_PARAMETER, COOKIE -> isWord("(?i)" + place.path());
                  default -> false;
                })
        .toList();
  }

  private boolean isWord(String name) {
    return Pattern.compile("(?<![A-Za-z0-9_-])(?:" + name + ")(?![A-Za-z0-9_-])")
        .matcher(words())
        .find();
  }

  /** Returns what looks like a thing of a request that the specification does not have. */
  public Set<SpecLocation> added() {
    Set<SpecLocation> added = new TreeSet<>();
    Matcher query = QUERY.matcher(words());
    while (query.find()) {
      added.add(SpecLocation.of(Part.QUERY_PARAMETER, query.group(1)));
    }
    for (String name : candidates()) {
      String path = name.replaceAll("^(?:\\$|body|request)\\.", "");
      SpecLocation nested = SpecLocation.requestBody("$." + path);
      boolean inOurs = path.contains(".") && spec.has(SpecLocations.parent(nested));
      if (CODE.matcher(last(path)).matches() || isOurs(last(path))) {
        continue;
      }
      if (inOurs) {
        added.add(nested);
      } else if (isIdentifier(path) && path.contains("-")) {
        added.add(SpecLocation.of(Part.REQUEST_HEADER, path.toLowerCase(Locale.ROOT)));
      } else if (isIdentifier(path)) {
        SpecLocation object =
            SpecLocations.fullest(spec, SpecLocation.requestBody(SpecLocations.ROOT));
        added.add(SpecLocations.inside(object, "." + path));
      }
    }
    added.removeIf(place -> OF_HTTP.contains(place.path()));
    return added;
  }

  private boolean isOurs(String name) {
    return spec.places().stream()
        .anyMatch(place -> !place.part().isAnswer() && place.name().equalsIgnoreCase(name));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replaceAll("[\\[\\]]", "");
  }

  /** Returns whether a specification has these words as an example of a refusal. */
  public static boolean isDocumented(Facts spec, HttpExchange refusal) {
    String status = Expectation.NOTHING.status(spec, refusal.status());
    Set<String> said = new TreeSet<>();
    leaves(refusal.answer().value(), said);
    return !said.isEmpty()
        && spec.list(SpecLocations.root(status), Aspect.EXAMPLES).stream()
            .anyMatch(example -> has(example, said));
  }

  private static boolean has(String example, Set<String> said) {
    Set<String> words = new TreeSet<>();
    leaves(JsonValue.parse(example), words);
    return words.containsAll(said);
  }
}
