package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.bulk.BulkEnd;
import io.contactbridge.bulk.DryRun;
import io.contactbridge.bulk.Progress;

/** Reports the progress and the end of a bulk run. */
interface BulkReport {
  void dryRun(DryRun dryRun);

  /** Called about every second; prints the progress if it is worth reporting. */
  void progress(Progress progress);

  /** Reports that a signal stops the run. */
  void stopping();

  /**
   * Reports how the run ended.
   *
   * @param goOn the command that resumes the run
   */
  void end(BulkEnd end, String goOn);

  static BulkReport of(Terminal terminal, Crm crm, boolean json) {
    return json ? new BulkJson(terminal, crm) : new BulkText(terminal, crm);
  }
}
