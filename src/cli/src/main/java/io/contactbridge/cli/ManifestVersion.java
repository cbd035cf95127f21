package io.contactbridge.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class ManifestVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ManifestVersion.class.getPackage().getImplementationVersion();
    return new String[] {"contactbridge " + (version == null ? "(not packaged)" : version)};
  }
}
