package io.contactbridge.contract;

import io.contactbridge.Crm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the specification of one CRM's operation. */
final class OperationSpec {
  /** A documented answer. */
  record Answer(int status, String example, @Nullable Object body) {
    boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  private final Path file;
  private final Map<String, Object> document;
  private final String path;
  private final Map<String, Object> operation;

  private OperationSpec(Path file, String text) {
    this.file = file;
    document = YamlTree.object(YamlTree.tree(text));
    Map.Entry<String, Object> only = object(document, "paths").entrySet().iterator().next();
    path = only.getKey();
    operation = object(YamlTree.object(only.getValue()), "put");
  }

  static OperationSpec of(Crm crm) {
    Path file =
        ProjectFolders.ROOT.resolve("specs/" + crm.name().toLowerCase(Locale.ROOT) + ".yaml");
    try {
      return new OperationSpec(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  /** Returns the path of the file, relative to the project's root. */
  String name() {
    return ProjectFolders.ROOT.relativize(file).toString();
  }

  /** Returns the value at a JSON pointer, or null if there is none. */
  @Nullable Object at(String pointer) {
    Object here = document;
    for (String name : pointer.substring("/".length()).split("/", -1)) {
      here = here instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return here;
  }

  /** Returns the operation's path for the contact in the examples, without a leading slash. */
  String path() {
    String filled = path.substring(1);
    for (Object each : (List<?>) get(operation, "parameters")) {
      Map<String, Object> parameter = resolve(each);
      filled =
          filled.replace(
              "{" + get(parameter, "name") + "}", String.valueOf(get(parameter, "example")));
    }
    return filled;
  }

  /** Returns the documented requests by the names of the examples. */
  Map<String, Object> requests() {
    return object(content(object(operation, "requestBody")), "examples");
  }

  /** Returns the body of a documented request. */
  Object request(String example) {
    return get(resolve(get(requests(), example)), "value");
  }

  Map<String, Object> requestSchema() {
    return object(content(object(operation, "requestBody")), "schema");
  }

  /** Returns the schema of the first answer. */
  Map<String, Object> answerSchema() {
    Object first = object(operation, "responses").values().iterator().next();
    return object(content(resolve(first)), "schema");
  }

  /** Returns the schema of the answers of a status. */
  Map<String, Object> answerSchema(int status) {
    return resolve(get(answerContent(status), "schema"));
  }

  /** Returns the name of the schema of the answers of a status, which must be a reference. */
  String answerSchemaName(int status) {
    String reference =
        get(YamlTree.object(get(answerContent(status), "schema")), "$ref").toString();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private Map<String, Object> answerContent(int status) {
    Map<String, Object> responses = object(operation, "responses");
    return content(object(responses, Integer.toString(status)));
  }

  /** Returns the documented answers; those of one status are in the order of the file. */
  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    object(operation, "responses")
        .forEach(
            (status, response) ->
                object(content(resolve(response)), "examples")
                    .forEach(
                        (name, example) ->
                            answers.add(
                                new Answer(
                                    Integer.parseInt(status),
                                    name,
                                    get(resolve(example), "value")))));
    return answers;
  }

  /** Returns the first answer for success, which is the mock's default answer. */
  Answer usualAnswer() {
    return answers().stream().filter(Answer::isSuccess).findFirst().orElseThrow();
  }

  /** Returns the first answer for a status. */
  Answer firstAnswer(int status) {
    return answers().stream()
        .filter(answer -> answer.status() == status)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(file + " has no " + status));
  }

  Answer answer(int status, String example) {
    return answers().stream()
        .filter(answer -> answer.status() == status && answer.example().equals(example))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(file + " has no " + status + " " + example));
  }

  /** Returns the value of {@code name} in {@code parent}, which must be an object. */
  Map<String, Object> object(Map<String, Object> parent, String name) {
    return resolve(get(parent, name));
  }

  /** Returns an object, or the object that it refers to if it is a reference. */
  Map<String, Object> resolve(@Nullable Object node) {
    Map<String, Object> object = YamlTree.object(node);
    if (!(object.get("$ref") instanceof String reference)) {
      return object;
    }
    Map<String, Object> target = document;
    for (String name : reference.substring("#/".length()).split("/", -1)) {
      target = object(target, name);
    }
    return target;
  }

  private Map<String, Object> content(Map<String, Object> message) {
    return object(object(message, "content"), "application/json");
  }

  private static Object get(Map<String, Object> parent, String name) {
    Object value = parent.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no " + name + " in " + parent.keySet());
    }
    return value;
  }
}
