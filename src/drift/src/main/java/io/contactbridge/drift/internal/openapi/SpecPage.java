package io.contactbridge.drift.internal.openapi;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import org.jspecify.annotations.Nullable;

/** The page that a specification was written from, as its operation's {@code externalDocs} says. */
public final class SpecPage {
  private SpecPage() {}

  public static String url(Source spec) {
    SpecNode paths = SpecDocument.parse(spec).root().get("paths");
    if (paths != null) {
      for (SpecNode path : paths.children().values()) {
        for (SpecNode operation : path.target().children().values()) {
          String url = url(operation);
          if (url != null) {
            return url;
          }
        }
      }
    }
    throw new CannotCheckException(spec.name() + " has no operation with the URL of its page");
  }

  private static @Nullable String url(SpecNode operation) {
    SpecNode docs = operation.get("externalDocs");
    return docs == null ? null : docs.text("url");
  }
}
