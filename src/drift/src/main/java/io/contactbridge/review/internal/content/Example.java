package io.contactbridge.review.internal.content;

import io.contactbridge.client.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A body that a specification shows. */
public record Example(String title, Prose prose, Known known, List<Json.Line> lines, String json) {
  /** Returns the examples of a body, or an empty list if there are none. */
  public static List<Example> of(Node body, Spec spec, Map<String, String> ids) {
    Node media = Spec.media(body);
    List<Example> examples = new ArrayList<>();
    media
        .get("examples")
        .entries()
        .values()
        .forEach(
            named -> {
              Node example = named.resolved();
              examples.add(
                  new Example(
                      example.text("summary"),
                      Prose.of(example.text("description")),
                      Known.of(named, spec.operation()),
                      Json.lines(example.get("value").value(), ids),
                      JsonValue.write(example.get("value").value())));
            });
    Node single = media.get("example");
    if (single.exists()) {
      Known known = Known.of(media, spec.operation());
      examples.add(
          new Example(
              "Example",
              Prose.of(""),
              known,
              Json.lines(single.value(), ids),
              JsonValue.write(single.value())));
    }
    return examples;
  }
}
