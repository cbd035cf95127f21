package io.contactbridge;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Text that somebody wrote who wants a request to go elsewhere, or to say more. */
final class HostileText {
  private static final String[] PIECES = {
    "1",
    "a",
    "Z",
    "-",
    "_",
    ".",
    "..",
    "/",
    "//",
    "\\",
    "%2e%2e",
    "%2f",
    "%00",
    "%",
    "?",
    "#",
    "@",
    ":",
    ";",
    "&",
    "=",
    "+",
    "[",
    "]",
    "{",
    "}",
    " ",
    "\t",
    "\r",
    "\n",
    "\u0000",
    "\u007f",
    "\u0085",
    "\u00e4",
    "\u3002",
    "\uff0e",
    "\uff0f",
    "\u2028",
    "\u202e",
    "\u200b",
    "\ud800",
    "\ud83d\ude00",
    "xn--",
    "evil.example.com",
    "localhost",
    "127.0.0.1",
    "http://",
    "https://",
    "acquire.io"
  };

  private HostileText() {}

  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(PIECES).list().ofMaxSize(6).map(pieces -> String.join("", pieces)),
        Arbitraries.strings().all().ofMaxLength(12),
        Arbitraries.strings().ascii().ofMaxLength(12),
        Arbitraries.strings().alpha().numeric().withChars("-_").ofMaxLength(80),
        Arbitraries.of(PIECES).map(piece -> piece.repeat(10_000)));
  }
}
