package io.contactbridge;

import static io.contactbridge.Outcome.APPLIED;
import static io.contactbridge.Outcome.DIFFERENT;
import static io.contactbridge.Outcome.NOT_ECHOED;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import okio.ByteString;

/** The CRM took the update, and its answer is not the JSON that it should be. */
final class TextFaults {
  private static final String NO_JSON = "$: expected the rest of the JSON, found no JSON";
  private static final String REST = "expected the rest of the JSON, found no JSON";

  static final List<Fault> ALL =
      List.of(
          typed("content type of a page", "text/html"),
          typed("content type that is none", "nonsense; charset"),
          typed("content type of bytes", "application/octet-stream"),
          Fault.of(
              "no content type",
              line -> {
                line.request();
                line.write(RawHttp.answer(200, RawHttp.json(line.crm())));
              },
              Seen.taken(200, APPLIED, "")),
          charset(
              "UTF-16 as declared", StandardCharsets.UTF_16LE, "; charset=utf-16le", "UTF-16LE"),
          charset(
              "ISO-8859-1 as declared",
              StandardCharsets.ISO_8859_1,
              "; charset=iso-8859-1",
              "ISO-8859-1"),
          charset("UTF-16 by its mark", StandardCharsets.UTF_16, "", "UTF-16BE"),
          text("byte order mark", json -> "\uFEFF" + json, Seen.taken(200, APPLIED, "")),
          text(
              "nesting of 100,000",
              json ->
                  json.replaceFirst(
                      "\\{", "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ","),
              Seen.taken(200, NOT_ECHOED, "*" + REST + "*")),
          text(
              "duplicate keys",
              json -> json.replaceFirst("(\"email\":)", "$1\"first@example.com\",$1"),
              Seen.taken(
                  200,
                  APPLIED,
                  "{email}: expected one value, found a second value, which was taken")),
          text(
              "NaN",
              json -> json.replaceFirst("\"email\":\"[^\"]*\"", "\"email\":NaN"),
              Seen.taken(200, NOT_ECHOED, "{email}: " + REST)),
          text(
              "number beyond double",
              json -> json.replaceFirst("\"email\":\"[^\"]*\"", "\"email\":1e999999"),
              Seen.taken(200, DIFFERENT, "{email}: expected a string, found a number")),
          text(
              "lone surrogate that is escaped",
              json -> json.replaceFirst("\"email\":\"[^\"]*\"", "\"email\":\"\\\\ud800\""),
              Seen.taken(200, DIFFERENT, "")),
          bytes(
              "lone surrogate in UTF-8",
              json -> json.replaceFirst("canary-7f3a9c@", "\u00ed\u00a0\u0080@"),
              Seen.taken(200, DIFFERENT, "$: expected UTF-8, found bytes that are none")),
          bytes(
              "invalid UTF-8",
              json -> json.replaceFirst("canary-7f3a9c@", "\u00ff@"),
              Seen.taken(200, DIFFERENT, "$: expected UTF-8, found bytes that are none")),
          Fault.of(
              "page of a gateway with 200",
              RawHttp.answering(200, "<html><body>OK</body></html>", "Content-Type: text/html"),
              Seen.taken(200, NOT_ECHOED, NO_JSON)),
          Fault.of(
                  "page of a gateway with 502",
                  RawHttp.answering(
                      502, "<html><body>Bad Gateway</body></html>", "Content-Type: text/html"),
                  Seen.unavailable(502, true, "{crm} answered 502: the answer is not JSON"))
              .healing());

  private TextFaults() {}

  private static Fault typed(String name, String type) {
    return Fault.of(
        name,
        line -> {
          line.request();
          line.write(RawHttp.answer(200, RawHttp.json(line.crm()), "Content-Type: " + type));
        },
        Seen.taken(200, APPLIED, ""));
  }

  private static Fault charset(String name, Charset charset, String declared, String found) {
    return Fault.of(
        name,
        line -> {
          line.request();
          line.write(
              RawHttp.answer(
                  200,
                  ByteString.encodeString(
                      RawHttp.json(line.crm()).replace("Lovelace", "Lovelac\u00e9"), charset),
                  "Content-Type: application/json" + declared));
        },
        Seen.taken(200, APPLIED, "$: expected UTF-8, found " + found));
  }

  private static Fault text(String name, Function<String, String> change, Seen seen) {
    return coded(name, change, StandardCharsets.UTF_8, seen);
  }

  private static Fault bytes(String name, Function<String, String> change, Seen seen) {
    return coded(name, change, StandardCharsets.ISO_8859_1, seen);
  }

  private static Fault coded(
      String name, Function<String, String> change, Charset charset, Seen seen) {
    return Fault.of(
        name,
        line -> {
          line.request();
          String body = change.apply(RawHttp.json(line.crm()));
          line.write(
              RawHttp.answer(
                  200,
                  ByteString.encodeString(body, charset),
                  "Content-Type: application/json; charset=utf-8"));
        },
        seen);
  }
}
