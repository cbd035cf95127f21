package io.contactbridge;

import io.contactbridge.client.CredentialHeader;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An {@link UpdatePlan} as it travels between JVMs, such as with a failed job. */
record SerializedPlan(
    Crm crm,
    String url,
    String method,
    Map<String, String> headers,
    String contentType,
    String body,
    String credentialName,
    String credentialPrefix,
    List<FieldPlan> fields,
    List<String> additions,
    List<String> undocumented,
    List<String> warnings,
    @Nullable String repeatHarm)
    implements Serializable {

  static SerializedPlan of(UpdatePlan plan, Request request, CredentialHeader credential) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    return new SerializedPlan(
        plan.crm(),
        plan.url(),
        plan.method(),
        headers,
        plan.headers().getOrDefault("Content-Type", ""),
        plan.body(),
        credential.name(),
        credential.prefix(),
        plan.fields(),
        plan.additions(),
        plan.undocumented(),
        plan.warnings(),
        plan.repeatHarm());
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
    return new UpdatePlan(
        crm, request, null, credential, fields, additions, undocumented, warnings, repeatHarm);
  }
}
