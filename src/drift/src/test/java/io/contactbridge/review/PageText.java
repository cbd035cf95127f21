package io.contactbridge.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages as people read them. */
final class PageText {
  private PageText() {}

  static String text(Path page) {
    try {
      return text(Files.readString(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of HTML, with one blank between the words. */
  static String text(String html) {
    return html.replaceAll("(?s)<(style|script)>.*?</\\1>", "")
        .replaceAll("(?s)<(/?(a|b|bdi|code|del|ins|time|span)\\b)[^>]*>", "")
        .replaceAll("(?s)<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x60;", "`")
        .replace("&#x3D;", "=")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }
}
