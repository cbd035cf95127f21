package io.contactbridge;

import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.Model;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What an update would send, and what becomes of each field. Immutable. */
public final class UpdatePlan implements Serializable {
  private static final long serialVersionUID = 1;

  private final Crm crm;
  private final Request request;
  private final @Nullable Model sent;
  private final CredentialHeader credential;
  private final List<FieldPlan> fields;
  private final List<String> additions;
  private final List<String> undocumented;
  private final List<String> warnings;
  private final @Nullable String repeatHarm;

  UpdatePlan(
      Crm crm,
      Request request,
      @Nullable Model sent,
      CredentialHeader credential,
      List<FieldPlan> fields,
      List<String> additions,
      List<String> undocumented,
      List<String> warnings,
      @Nullable String repeatHarm) {
    this.crm = crm;
    this.request = request;
    this.sent = sent;
    this.credential = credential;
    this.fields = List.copyOf(fields);
    this.additions = List.copyOf(additions);
    this.undocumented = List.copyOf(undocumented);
    this.warnings = List.copyOf(warnings);
    this.repeatHarm = repeatHarm;
  }

  public Crm crm() {
    return crm;
  }

  /** Returns what becomes of each field, in the order {@link ContactField} declares them. */
  public List<FieldPlan> fields() {
    return fields;
  }

  /**
   * Returns the JSON paths of the values that are sent {@linkplain ContactUpdate.Builder#also along
   * with} the fields.
   */
  public List<String> additions() {
    return additions;
  }

  /**
   * Returns the JSON paths of the {@linkplain ContactUpdate.Builder#undocumented undocumented}
   * values that are sent.
   */
  public List<String> undocumented() {
    return undocumented;
  }

  /**
   * Returns what a caller should know before sending, such as that tags replace all tags, or that
   * the CRM was observed to ignore a field.
   */
  public List<String> warnings() {
    return warnings;
  }

  public String method() {
    return request.method();
  }

  public String url() {
    return request.url().toString();
  }

  /**
   * Returns the headers that are sent, with {@code ***} in place of the credential. {@code Host},
   * {@code Content-Length}, {@code Connection} and {@code Accept-Encoding} are missing, since the
   * HTTP client adds them as the connection needs them. So are headers that interceptors of the
   * caller's own client add.
   */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(credential.name(), credential.prefix() + "***");
    request.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    headers.put("Content-Type", String.valueOf(body(request).contentType()));
    return Collections.unmodifiableMap(headers);
  }

  /** Returns the exact body, which is JSON and holds the personal data of the update. */
  public String body() {
    return json().readUtf8();
  }

  /** Returns the value that the documented part of the request has at a path. */
  FieldTable.Found sent(String path) {
    return sent == null
        ? JsonTree.find(json(), List.of(path)).getOrDefault(path, FieldTable.Found.NOTHING)
        : JsonTree.find(sent, path);
  }

  /** Returns the body to read from. */
  Buffer json() {
    try {
      Buffer buffer = new Buffer();
      body(request).writeTo(buffer);
      return buffer;
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
  }

  /** Names the fate of the fields and not their values, which are personal data. */
  @Override
  public String toString() {
    return crm + " " + fields;
  }

  /** Returns the path with a placeholder for the contact's id at its end. */
  String uriTemplate() {
    String path = request.url().encodedPath();
    return path.substring(0, path.lastIndexOf('/')) + "/{contactId}";
  }

  /** Returns the contact's id. */
  String contactId() {
    return request.url().pathSegments().get(request.url().pathSize() - 1);
  }

  /**
   * Returns whether the same request can be sent again without harm after the CRM may have begun to
   * process it. Nearly all can: an update sets values and adds nothing to them.
   *
   * <p>The exception is a request that was observed to fail half way, such as text tags at Raze:
   * the first attempt removes the contact's tags, and each further one fails again and removes tags
   * that were restored in between.
   */
  boolean isSafeToRepeat() {
    return repeatHarm == null;
  }

  /** Returns the harm that sending the same request again would do, or null if there is none. */
  @Nullable String repeatHarm() {
    return repeatHarm;
  }

  Request request() {
    return request;
  }

  /** Returns this plan with further headers. */
  UpdatePlan with(Map<String, String> headers) {
    if (headers.isEmpty()) {
      return this;
    }
    Request.Builder more = request.newBuilder();
    headers.forEach(more::header);
    return new UpdatePlan(
        crm, more.build(), sent, credential, fields, additions, undocumented, warnings, repeatHarm);
  }

  /** OkHttp's requests cannot be serialised. */
  private Object writeReplace() {
    return SerializedPlan.of(this, request, credential);
  }

  private static RequestBody body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      throw new IllegalStateException("an update has a body");
    }
    return body;
  }
}
