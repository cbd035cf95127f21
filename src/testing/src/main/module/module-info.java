/** CRMs in memory, for the tests of applications that update contacts. */
module io.contactbridge.test {
  requires transitive io.contactbridge;
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports io.contactbridge.test;
}
