package io.contactbridge.bulk;

/** Hears how a run is going, on the thread that called {@link Bulk#run}. */
@FunctionalInterface
public interface BulkListener {
  /** Is told at the beginning, about every second, and when rows are held or go on. */
  void progress(Progress progress);
}
