package io.contactbridge.drift.internal.pages;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.openapi.SpecContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads headers, which are credentials, content types or headers proper. */
final class PageHeaders {
  private static final Set<String> IGNORED =
      Set.of("accept", "accept-encoding", "content-length", "host", "user-agent");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(?:auth|token|secret|api-?key|access-?key|password).*");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)<.*>|\\$?\\{.*}|your[_ -].*|.*\\b(?:key|token)s?\\b.*");
  private static final Pattern SCHEME = Pattern.compile("(?is)^\\W*(bearer|basic)\\b.*");
  private static final Pattern MEDIA = Pattern.compile("[\\w.+-]+/[\\w.+-]+");

  private final Facts spec;
  private final PageFacts facts;

  PageHeaders(Facts spec, PageFacts facts) {
    this.spec = spec;
    this.facts = facts;
  }

  /** Reads a table, which lists all that a request needs. */
  void rows(List<PageRow> rows) {
    for (PageRow row : rows) {
      String name = row.name().toLowerCase(Locale.ROOT);
      if (name.equals("content-type")) {
        contentType(row.description(), row.line());
      } else if (SECRET.matcher(name).matches()) {
        SpecLocation place = credentials(name, row.description(), row.line());
        facts.tells(place, Aspect.REQUIRED);
        if (row.required()) {
          facts.fact(place, Aspect.REQUIRED, true, row.line());
        }
      } else if (!IGNORED.contains(name)) {
        facts.row(SpecLocation.of(Part.REQUEST_HEADER, name), row);
      }
    }
    if (!rows.isEmpty()) {
      facts.lists(Part.CREDENTIALS);
      facts.lists(Part.REQUEST_HEADER);
    }
  }

  /** Reads the headers of a sample; what a sample sends is taken for required. */
  void sample(Map<String, String> headers, int line) {
    headers.forEach(
        (header, value) -> {
          String name = header.toLowerCase(Locale.ROOT);
          if (name.equals("content-type")) {
            contentType(value, line);
          } else if (SECRET.matcher(name).matches() || PLACEHOLDER.matcher(value).matches()) {
            facts.fact(credentials(name, value, line), Aspect.REQUIRED, true, line);
            facts.lists(Part.CREDENTIALS);
          } else if (!IGNORED.contains(name)) {
            header(SpecLocation.of(Part.REQUEST_HEADER, name), value, line);
          }
        });
    if (!headers.isEmpty()) {
      facts.lists(Part.REQUEST_HEADER);
    }
  }

  void answer(String status, List<PageRow> rows) {
    for (PageRow row : rows) {
      String name = row.name().toLowerCase(Locale.ROOT);
      facts.row(new SpecLocation(Part.ANSWER_HEADER, status, name), row);
    }
  }

  /** Reads a header; another value in a sample replaces our only one. */
  private void header(SpecLocation place, String value, int line) {
    facts.place(place, line);
    List<String> ours = spec.list(place, Aspect.ENUM);
    String json = JsonValue.write(value);
    if (!spec.has(place)) {
      facts.fact(place, Aspect.REQUIRED, true, line);
    } else if (!ours.isEmpty() && !ours.contains(json) && facts.get(place, Aspect.ENUM) == null) {
      facts.fact(place, Aspect.ENUM, List.of(json), line);
    }
  }

  private SpecLocation credentials(String name, String value, int line) {
    SpecLocation place = SpecLocation.of(Part.CREDENTIALS, name);
    Matcher scheme = SCHEME.matcher(value);
    facts.fact(
        place,
        Aspect.SCHEME,
        scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "apiKey in header",
        line);
    return place;
  }

  private void contentType(String value, int line) {
    Matcher type = MEDIA.matcher(value);
    if (type.find()) {
      facts.fact(
          SpecLocation.requestBody(""),
          Aspect.CONTENT_TYPES,
          List.of(SpecContent.normal(type.group())),
          line);
    }
  }
}
