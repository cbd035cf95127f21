package io.contactbridge.review.internal.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The pages' templates, which stand beside this class: Mustache, in which every value is escaped.
 */
public final class Templates {
  /**
   * The frame of every page.
   *
   * @param page what the template of the page shows
   * @param at the name of the page's file, to mark it in the navigation
   */
  public record Frame(Object page, Site site, String at) {
    List<Site.Entry> navigation() {
      return site.navigation(at);
    }

    String style() {
      return STYLE;
    }

    String script() {
      return page instanceof PlanPage ? SCRIPT + PLAN : SCRIPT;
    }

    /** Admits nothing but the style and the script of the page itself, by their hashes. */
    String policy() {
      return "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
          .formatted(hash(STYLE), hash(script()));
    }
  }

  private static final String FOLDER = "/io/contactbridge/review/";

  private static final String STYLE = text("review.css");
  private static final String SCRIPT = text("review.js");
  private static final String PLAN = text("plan.js");

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .strictSections(true)
          .withLoader(name -> new StringReader(text(name + ".mustache")));

  private Templates() {}

  public static String render(String template, Frame frame) {
    return COMPILER.compile(text(template + ".mustache")).execute(frame);
  }

  static String feed(Feed feed) {
    return COMPILER.compile(text("feed.mustache")).execute(feed);
  }

  static String text(String name) {
    try (InputStream stream = Templates.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("the template " + name + " is missing from the jar");
      }
      Reader reader = new InputStreamReader(stream, UTF_8);
      StringBuilder text = new StringBuilder();
      char[] chars = new char[8192];
      for (int read = reader.read(chars); read >= 0; read = reader.read(chars)) {
        text.append(chars, 0, read);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
