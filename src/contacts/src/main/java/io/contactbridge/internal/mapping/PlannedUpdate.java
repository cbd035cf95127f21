package io.contactbridge.internal.mapping;

import io.contactbridge.Crm;
import io.contactbridge.FieldPlan;
import io.contactbridge.UpdatePlan;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.Model;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An update that is planned and can be sent. */
public final class PlannedUpdate implements UpdatePlan {
  private static final long serialVersionUID = 1;

  private final Crm crm;
  private final Request request;
  private final @Nullable Model sent;
  private final CredentialHeader credential;
  private final List<PlannedField> fields;
  private final List<String> additions;
  private final List<String> undocumented;
  private final List<String> warnings;
  private final @Nullable String repeatHarm;

  /**
   * @param fields must not change any more
   */
  PlannedUpdate(
      Crm crm,
      Request request,
      @Nullable Model sent,
      CredentialHeader credential,
      List<PlannedField> fields,
      List<String> additions,
      List<String> undocumented,
      List<String> warnings,
      @Nullable String repeatHarm) {
    this.crm = crm;
    this.request = request;
    this.sent = sent;
    this.credential = credential;
    this.fields = fields;
    this.additions = List.copyOf(additions);
    this.undocumented = List.copyOf(undocumented);
    this.warnings = List.copyOf(warnings);
    this.repeatHarm = repeatHarm;
  }

  @Override
  public Crm crm() {
    return crm;
  }

  @Override
  public List<FieldPlan> fields() {
    return Collections.unmodifiableList(fields);
  }

  List<PlannedField> planned() {
    return fields;
  }

  @Override
  public List<String> additions() {
    return additions;
  }

  @Override
  public List<String> undocumented() {
    return undocumented;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String url() {
    return request.url().toString();
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(credential.name(), credential.prefix() + "***");
    request.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    headers.put("Content-Type", String.valueOf(body(request).contentType()));
    return Collections.unmodifiableMap(headers);
  }

  @Override
  public String body() {
    return json().readUtf8();
  }

  /** Returns the value that the documented part of the request has at a path. */
  Found sent(String path) {
    return sent == null
        ? JsonTree.find(json(), List.of(path)).getOrDefault(path, Found.NOTHING)
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

  @Override
  public String toString() {
    return crm + " " + fields;
  }

  /** Returns the path with a placeholder for the contact's id at its end. */
  public String uriTemplate() {
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
  public boolean isSafeToRepeat() {
    return repeatHarm == null;
  }

  /** Returns the harm that sending the same request again would do, or null if there is none. */
  public @Nullable String repeatHarm() {
    return repeatHarm;
  }

  public Request request() {
    return request;
  }

  /** Returns this plan with further headers. */
  public PlannedUpdate with(Map<String, String> headers) {
    if (headers.isEmpty()) {
      return this;
    }
    Request.Builder more = request.newBuilder();
    headers.forEach(more::header);
    return new PlannedUpdate(
        crm, more.build(), sent, credential, fields, additions, undocumented, warnings, repeatHarm);
  }

  /** OkHttp's requests cannot be serialised. */
  private Object writeReplace() {
    return Serialized.of(this);
  }

  private static RequestBody body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      throw new IllegalStateException("an update has a body");
    }
    return body;
  }

  /** A plan as it travels between JVMs, such as with a failed job. */
  private record Serialized(
      Crm crm,
      String url,
      String method,
      Map<String, String> headers,
      String contentType,
      String body,
      String credentialName,
      String credentialPrefix,
      List<PlannedField> fields,
      List<String> additions,
      List<String> undocumented,
      List<String> warnings,
      @Nullable String repeatHarm)
      implements Serializable {

    static Serialized of(PlannedUpdate plan) {
      Map<String, String> headers = new LinkedHashMap<>();
      plan.request.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
      return new Serialized(
          plan.crm(),
          plan.url(),
          plan.method(),
          headers,
          plan.headers().getOrDefault("Content-Type", ""),
          plan.body(),
          plan.credential.name(),
          plan.credential.prefix(),
          plan.fields,
          plan.additions(),
          plan.undocumented(),
          plan.warnings(),
          plan.repeatHarm);
    }

    private Object readResolve() {
      Request request =
          new Request.Builder()
              .url(url)
              .headers(Headers.of(headers))
              .method(
                  method,
                  RequestBody.create(ByteString.encodeUtf8(body), MediaType.parse(contentType)))
              .build();
      CredentialHeader credential = new CredentialHeader(credentialName, credentialPrefix);
      return new PlannedUpdate(
          crm, request, null, credential, fields, additions, undocumented, warnings, repeatHarm);
    }
  }
}
