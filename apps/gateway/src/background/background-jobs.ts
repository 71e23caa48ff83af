import { DisclosureMetrics } from './disclosure-metrics.js';
import { ExpiredSweep } from './expired-sweep.js';
import { HistoryWriter } from './history-writer.js';
import { LeftoverSweep } from './leftover-sweep.js';
import { PendingWatch } from './pending-watch.js';
import { ResultRetention } from './result-retention.js';
import { SubmissionSweep } from './submission-sweep.js';
import { WorkerSampling } from './worker-sampling.js';

/** The gateway's background jobs. */
export const BACKGROUND_JOBS = [
  SubmissionSweep,
  PendingWatch,
  LeftoverSweep,
  ExpiredSweep,
  HistoryWriter,
  ResultRetention,
  DisclosureMetrics,
  WorkerSampling,
];
