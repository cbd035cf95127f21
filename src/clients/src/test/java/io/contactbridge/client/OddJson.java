package io.contactbridge.client;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Documents about a Thing, of which some are as specified and the others odd in every way. */
final class OddJson {
  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry("id", "1"),
          Map.entry("name", "\"Ada \\u00e9\""),
          Map.entry("class", "\"x\""),
          Map.entry("equals", "[1,{\"a\":null}]"),
          Map.entry("notify", "true"),
          Map.entry("$price", "9.90"),
          Map.entry("ratio", "2"),
          Map.entry("count", "-0"),
          Map.entry("born", "\"2026-02-01\""),
          Map.entry("seen_at", "\"2026-02-01T20:48:15.123-05:00\""),
          Map.entry("colour", "\"red\""),
          Map.entry("tags", "[\"a\",\"b\"]"),
          Map.entry("dates", "[\"2026-02-01T20:48:15Z\"]"),
          Map.entry("matrix", "[[1],[]]"),
          Map.entry("parts", "[{\"weight\":1.5,\"own\":7},{}]"),
          Map.entry("colours", "[\"class\"]"),
          Map.entry("nested", "{\"deeper\":{\"depth\":3}}"),
          Map.entry("counts", "{\"a\":1,\"b\":null}"),
          Map.entry("parts_by_name", "{\"p\":{\"weight\":1}}"),
          Map.entry("anything", "{\"n\":[1,2.50,1e3,true]}"),
          Map.entry("free_form", "{\"a\":[null]}"),
          Map.entry("things", "[0,\"\"]"),
          Map.entry("nullable_part", "null"));

  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "0",
          "1.0",
          "1e2",
          "123456789012345678",
          "9223372036854775807",
          "9223372036854775808",
          "-12.50",
          "1".repeat(1001),
          "1e99999999999",
          "NaN",
          "'x'",
          "\"\"",
          "\"12\"",
          "\"mauve\"",
          "\"2026-02-30\"",
          "\"2026-02-01 20:48\"",
          "\"2026-02-01T20:48:15\"");

  private static final List<String> OTHER_NAMES = List.of("new", "na\\u006de", "a b", "");

  private OddJson() {}

  static Arbitrary<String> documents() {
    Arbitrary<String> things = things(2);
    return Arbitraries.frequencyOf(
        Tuple.of(6, things),
        Tuple.of(2, Combinators.combine(things, cuts()).as(OddJson::cut)),
        Tuple.of(2, Combinators.combine(things, cuts(), marks()).as(OddJson::insert)),
        Tuple.of(1, things.map(thing -> thing + "{}")),
        Tuple.of(1, values(2)));
  }

  private static Arbitrary<String> things(int depth) {
    Arbitrary<String> right =
        Arbitraries.of(RIGHT.entrySet()).map(entry -> member(entry.getKey(), entry.getValue()));
    Arbitrary<String> names =
        Arbitraries.oneOf(Arbitraries.of(RIGHT.keySet()), Arbitraries.of(OTHER_NAMES));
    Arbitrary<String> odd = Combinators.combine(names, values(depth)).as(OddJson::member);
    Arbitrary<String> members = Arbitraries.frequencyOf(Tuple.of(12, right), Tuple.of(1, odd));
    if (depth > 0) {
      Arbitrary<String> parent = things(depth - 1).map(thing -> member("parent", thing));
      members = Arbitraries.frequencyOf(Tuple.of(8, members), Tuple.of(1, parent));
    }
    return members.list().ofMaxSize(6).map(list -> "{" + String.join(",", list) + "}");
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(Arbitraries.of(SCALARS), Arbitraries.of(RIGHT.values()));
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.oneOf(
        scalars,
        values(depth - 1)
            .list()
            .ofMaxSize(3)
            .map(list -> list.stream().collect(joining(",", "[", "]"))),
        things(depth - 1));
  }

  private static String member(String name, String value) {
    return "\"" + name + "\":" + value;
  }

  private static Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, 400);
  }

  private static Arbitrary<String> marks() {
    return Arbitraries.of("{", "}", "[", "]", ",", ":", "\"", "\\", "0", " ", "\u0000", "\uFEFF");
  }

  private static String cut(String text, int at) {
    return text.substring(0, at % (text.length() + 1));
  }

  private static String insert(String text, int at, String mark) {
    String start = cut(text, at);
    return start + mark + text.substring(start.length());
  }
}
