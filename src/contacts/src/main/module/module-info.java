/** One call to update a contact in any of the supported CRMs. */
module io.contactbridge {
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires transitive io.contactbridge.client;
  // For those who use MicrometerMetrics, who have it already.
  requires static micrometer.core;
  requires static transitive org.jspecify;

  exports io.contactbridge;
}
