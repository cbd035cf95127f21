package io.contactbridge.drift.internal.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the part of a page under one heading is about.
 *
 * @param status of an answer; empty if the page doesn't give it or this is no answer
 */
record PageSection(Kind kind, String status) {
  /** The kinds, each with what its headings look like; the first that fits is taken. */
  enum Kind {
    CREDENTIALS("\\b(?:authori[sz]ations?|authentication|security)\\b"),
    PATH("\\bpath (?:param|variable)"),
    QUERY("\\bquery(?: string)? param"),
    ANSWER_HEADERS("\\bresponse headers?\\b"),
    HEADERS("\\bheaders?\\b"),
    ERRORS("\\berrors?\\b|\\bstatus codes?\\b"),
    ANSWER("^[1-5](?:\\d\\d|xx)\\b|^default\\b|\\bresponses?\\b|\\breturns\\b"),
    REQUEST("\\bbody\\b|\\brequest\\b"),
    /** Belongs to what is around it. */
    SAME("^(?:code )?examples?\\b|^parameters$|^schema$|^select example"),
    OTHER("");

    private final Pattern words;

    Kind(String words) {
      this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
  }

  static final PageSection NONE = new PageSection(Kind.OTHER, "");

  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])([1-5](?:\\d\\d|XX))\\b", Pattern.CASE_INSENSITIVE);

  /** Returns the section that a heading begins, or null if it begins none. */
  static @Nullable PageSection of(String heading) {
    String text = heading.replaceAll("[\\\\`*_#\\u200b]", "").strip();
    for (Kind kind : Kind.values()) {
      if (kind.words.matcher(text).find()) {
        Matcher status = STATUS.matcher(text);
        boolean answer = kind == Kind.ANSWER && status.find();
        return kind == Kind.SAME ? null : new PageSection(kind, answer ? status.group(1) : "");
      }
    }
    return NONE;
  }
}
