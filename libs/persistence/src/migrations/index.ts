import { CreateTables1795392000000 } from './0001-create-tables.js';
import { CreateMembers1795395600000 } from './0002-members.js';
import { CreateReviews1795399200000 } from './0003-reviews.js';
import { CreateLineage1795402800000 } from './0004-lineage.js';
import { MarkRegularScrapes1795406400000 } from './0005-regular-scrapes.js';
import { MarkEvidencePages1795413600000 } from './0006-evidence-pages.js';
import { CreateFilingPages1795417200000 } from './0007-filing-pages.js';
import { AddReviewCodes1795420800000 } from './0008-review-codes.js';
import { CreateKeys1795424400000 } from './0009-keys.js';
import { CreateAuditLog1795428000000 } from './0010-audit.js';
import { CreateWorkerSamples1795431600000 } from './0011-worker-samples.js';
import { AddOutboxTraces1795435200000 } from './0012-outbox-traces.js';
import { AddTaskSearch1795438800000 } from './0013-task-search.js';
import { CountTaskRuns1795442400000 } from './0014-task-run-days.js';
import { AddTradeSearch1795446000000 } from './0015-trade-search.js';
import { TellArchiveChanges1795449600000 } from './0016-archive-changes.js';
import { CountFilingRows1795456800000 } from './0018-filing-figures.js';
import { AddPaperReadings1795460400000 } from './0019-paper-readings.js';

/** In order and append-only: never change a migration that has run anywhere. The number is its creation time. */
export const MIGRATIONS = [
  CreateTables1795392000000,
  CreateMembers1795395600000,
  CreateReviews1795399200000,
  CreateLineage1795402800000,
  MarkRegularScrapes1795406400000,
  MarkEvidencePages1795413600000,
  CreateFilingPages1795417200000,
  AddReviewCodes1795420800000,
  CreateKeys1795424400000,
  CreateAuditLog1795428000000,
  CreateWorkerSamples1795431600000,
  AddOutboxTraces1795435200000,
  AddTaskSearch1795438800000,
  CountTaskRuns1795442400000,
  AddTradeSearch1795446000000,
  TellArchiveChanges1795449600000,
  CountFilingRows1795456800000,
  AddPaperReadings1795460400000,
];
