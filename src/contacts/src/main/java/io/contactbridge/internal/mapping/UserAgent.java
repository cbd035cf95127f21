package io.contactbridge.internal.mapping;

import org.jspecify.annotations.Nullable;

/** How each request names its sender. */
final class UserAgent {
  static final String NAME = "ContactBridge/" + version();

  private UserAgent() {}

  /** Returns the version in the jar's manifest; classes that are in no jar have none. */
  private static String version() {
    @Nullable String version = UserAgent.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}
