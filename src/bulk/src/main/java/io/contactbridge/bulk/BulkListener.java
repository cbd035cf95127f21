package io.contactbridge.bulk;

/** Receives the progress of a run, on the thread that called {@link Bulk#run}. */
@FunctionalInterface
public interface BulkListener {
  /** Called at the beginning, about every second, and when sending pauses or resumes. */
  void progress(Progress progress);
}
