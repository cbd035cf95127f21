package io.contactbridge.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of a worker's REST API. */
final class ConnectRestClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  ConnectRestClient(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  boolean isReady() {
    try {
      return get("/connectors").isArray();
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return call("GET", path, null);
  }

  /** Creates a connector, or changes its configuration. */
  void configure(String connector, Map<String, String> properties) throws Exception {
    Cluster.until(
        connector + " is configured",
        () -> {
          try {
            JsonNode unused = call("PUT", "/connectors/" + connector + "/config", properties);
            return true;
          } catch (IOException e) {
            // While the workers form a group, configurations are refused.
            if (String.valueOf(e.getMessage()).startsWith("4") && !isConflict(e)) {
              throw e;
            }
            return false;
          }
        });
  }

  JsonNode validate(Map<String, String> properties) throws IOException, InterruptedException {
    return call(
        "PUT",
        "/connector-plugins/" + ContactBridgeSinkConnector.class.getName() + "/config/validate",
        properties);
  }

  void put(String path) throws IOException, InterruptedException {
    JsonNode unused = call("PUT", path, null);
  }

  void post(String path) throws IOException, InterruptedException {
    JsonNode unused = call("POST", path, null);
  }

  void delete(String connector) throws IOException, InterruptedException {
    JsonNode unused = call("DELETE", "/connectors/" + connector, null);
  }

  /** Returns the states of a connector's tasks; an empty list while the connector is unknown. */
  List<String> states(String connector) throws InterruptedException {
    return tasks(connector, "state");
  }

  List<String> tasks(String connector, String property) throws InterruptedException {
    List<String> values = new ArrayList<>();
    try {
      get("/connectors/" + connector + "/status")
          .path("tasks")
          .forEach(task -> values.add(task.path(property).asText()));
    } catch (IOException e) {
      return List.of();
    }
    return values;
  }

  private static boolean isConflict(IOException e) {
    return String.valueOf(e.getMessage()).startsWith("409");
  }

  private JsonNode call(String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
  }
}
