/** Retrofit and Moshi clients of four CRMs, generated from their specifications. */
module io.contactbridge.client {
  // OkHttp has a descriptor. Retrofit, Moshi and Okio have none, but each has a name of its own in
  // its manifest, so that it may be required.
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive okio;
  requires static transitive org.jspecify;
  requires transitive retrofit2;

  exports io.contactbridge.client;
  exports io.contactbridge.client.acquire;
  exports io.contactbridge.client.acquire.model;
  exports io.contactbridge.client.highlevel;
  exports io.contactbridge.client.highlevel.model;
  exports io.contactbridge.client.linq;
  exports io.contactbridge.client.linq.model;
  exports io.contactbridge.client.raze;
  exports io.contactbridge.client.raze.model;
}
