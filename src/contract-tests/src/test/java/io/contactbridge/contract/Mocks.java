package io.contactbridge.contract;

import io.contactbridge.Crm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The mocks of all CRMs. They are started when a JVM first needs one, and stopped after its tests.
 *
 * <p>They run in Docker if an engine answers, else from npm, on free ports. {@code -Dprism=docker}
 * and {@code -Dprism=npm} choose one; {@code
 * -Dprism=acquire=http://127.0.0.1:4011,highlevel=...,linq=...,raze=...} uses mocks that are
 * already running, such as those of {@code mock/start}.
 */
final class Mocks implements AutoCloseable {
  private final Map<Crm, HttpUrl> urls;
  private final AutoCloseable server;

  Mocks(Map<Crm, HttpUrl> urls, AutoCloseable server) {
    this.urls = urls;
    this.server = server;
  }

  static Mocks of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Mocks.class))
        .getOrComputeIfAbsent(Mocks.class, key -> start(), Mocks.class);
  }

  private static Mocks start() {
    Mocks mocks = choose(System.getProperty("prism", ""));
    try {
      mocks.urls.forEach(Mocks::checkThatItObjects);
      return mocks;
    } catch (RuntimeException e) {
      mocks.close();
      throw e;
    }
  }

  private static Mocks choose(String prism) {
    return switch (prism) {
      case "docker" -> DockerMocks.start();
      case "npm" -> NpmMocks.start();
      case "" -> DockerMocks.engineAnswers() ? DockerMocks.start() : startWithoutDocker();
      default -> RunningMocks.at(prism);
    };
  }

  private static Mocks startWithoutDocker() {
    String missing = NpmMocks.missing();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "the contract tests need a Docker engine on this machine, or Node 20+ with npm; "
              + "no engine answers; "
              + missing);
    }
    return NpmMocks.start();
  }

  /** If a schema is broken, Prism silently validates nothing. */
  private static void checkThatItObjects(Crm crm, HttpUrl url) {
    OperationSpec spec = OperationSpec.of(crm);
    Request request =
        new Request.Builder()
            .url(url + spec.path())
            .put(RequestBody.create("{\"undocumented\":1}", MediaType.parse("application/json")))
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      String body = response.body().string();
      if (Objections.in(response.headers(), body).stream()
          .noneMatch(objection -> objection.startsWith("request.body (additionalProperties)"))) {
        throw new IllegalStateException(
            "the mock of "
                + crm
                + " takes a property that its specification does not have, so it validates"
                + " nothing; specs/lint may say why");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the mock of " + crm + " at " + url + " does not answer", e);
    }
  }

  HttpUrl url(Crm crm) {
    HttpUrl url = urls.get(crm);
    if (url == null) {
      throw new IllegalArgumentException("there is no mock of " + crm);
    }
    return url;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("the mocks did not stop", e);
    }
  }
}
