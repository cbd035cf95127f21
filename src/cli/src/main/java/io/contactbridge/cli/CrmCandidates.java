package io.contactbridge.cli;

import io.contactbridge.Crm;
import java.util.Arrays;
import java.util.Iterator;

/** The CRMs as they are written on the command line. */
final class CrmCandidates implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Crm.values()).map(Choice::word).iterator();
  }
}
