package io.contactbridge.kafka;

/** The version of the plugin, which Connect shows beside its name. */
final class PluginVersion {
  static final String TEXT = text();

  private PluginVersion() {}

  private static String text() {
    String version = PluginVersion.class.getPackage().getImplementationVersion();
    // Classes that come from no jar have none.
    return version == null ? "development" : version;
  }
}
