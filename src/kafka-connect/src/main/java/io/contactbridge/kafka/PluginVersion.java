package io.contactbridge.kafka;

/** The version of the plugin, which Connect shows beside its name. */
final class Version {
  static final String TEXT = text();

  private Version() {}

  private static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    // Classes that come from no jar have none.
    return version == null ? "development" : version;
  }
}
