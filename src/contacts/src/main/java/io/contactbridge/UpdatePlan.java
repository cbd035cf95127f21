package io.contactbridge;

import io.contactbridge.client.CredentialHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** What an update would send, and what becomes of each field. Immutable. */
public final class UpdatePlan {
  private final Crm crm;
  private final Request request;
  private final CredentialHeader credential;
  private final List<FieldPlan> fields;
  private final List<String> additions;
  private final List<String> warnings;

  UpdatePlan(
      Crm crm,
      Request request,
      CredentialHeader credential,
      List<FieldPlan> fields,
      List<String> additions,
      List<String> warnings) {
    this.crm = crm;
    this.request = request;
    this.credential = credential;
    this.fields = List.copyOf(fields);
    this.additions = List.copyOf(additions);
    this.warnings = List.copyOf(warnings);
  }

  public Crm crm() {
    return crm;
  }

  /** Returns what becomes of each field, in the order {@link ContactField} declares them. */
  public List<FieldPlan> fields() {
    return fields;
  }

  /**
   * Returns the JSON paths of what is sent {@linkplain ContactUpdate.Builder#also beside} the
   * fields.
   */
  public List<String> additions() {
    return additions;
  }

  /** Returns what a caller should know before sending, such as that tags replace all tags. */
  public List<String> warnings() {
    return warnings;
  }

  public String method() {
    return request.method();
  }

  public String url() {
    return request.url().toString();
  }

  /** Returns the headers that are sent, with {@code ***} in place of the credential. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(credential.name(), credential.prefix() + "***");
    request.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    headers.put("Content-Type", String.valueOf(body(request).contentType()));
    return Collections.unmodifiableMap(headers);
  }

  /** Returns the exact body, which is JSON and holds the personal data of the update. */
  public String body() {
    try {
      Buffer buffer = new Buffer();
      body(request).writeTo(buffer);
      return buffer.readUtf8();
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
  }

  /** Tells the fate of the fields and not their values, which are personal data. */
  @Override
  public String toString() {
    return crm + " " + fields;
  }

  /** Returns the path with a name in the place of the contact's id, which is its end. */
  String uriTemplate() {
    String path = request.url().encodedPath();
    return path.substring(0, path.lastIndexOf('/')) + "/{contactId}";
  }

  Request request() {
    return request;
  }

  /** Returns whether the same request can be sent again without harm. */
  boolean isSafeToRepeat() {
    return true;
  }

  /** Returns this plan with further headers. */
  UpdatePlan with(Map<String, String> headers) {
    if (headers.isEmpty()) {
      return this;
    }
    Request.Builder more = request.newBuilder();
    headers.forEach(more::header);
    return new UpdatePlan(crm, more.build(), credential, fields, additions, warnings);
  }

  private static RequestBody body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      throw new IllegalStateException("an update has a body");
    }
    return body;
  }
}
