import { ApiKey, Session } from './access.entities.js';
import { AuditRow } from './audit.entity.js';
import { Filing } from './filing.entity.js';
import { FilingPage } from './filing-page.entity.js';
import { FilingLineage, LineageDecision, TransactionLineage } from './lineage.entities.js';
import { MemberAlias } from './member-alias.entity.js';
import { MemberImport, MemberRow, MemberTermRow } from './member.entities.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { ScanPicture, ScanSheet, WaitingRow } from './paper.entities.js';
import { RawDocument } from './raw-document.entity.js';
import { Review, ReviewChange, ReviewDecision, ReviewRow } from './review.entities.js';
import { ScrapedWindow } from './scraped-window.entity.js';
import { TaskFence, TaskRun, TaskRunDay } from './task.entities.js';
import { Transaction } from './transaction.entity.js';
import { WorkerSample } from './worker-sample.entity.js';

export const ENTITIES = [
  RawDocument,
  MemberRow,
  MemberTermRow,
  MemberAlias,
  MemberImport,
  Filing,
  FilingPage,
  Transaction,
  ScanPicture,
  ScanSheet,
  WaitingRow,
  FilingLineage,
  TransactionLineage,
  LineageDecision,
  Review,
  ReviewDecision,
  ReviewChange,
  ReviewRow,
  ScrapedWindow,
  TaskFence,
  TaskRun,
  TaskRunDay,
  OutboxMessage,
  ApiKey,
  Session,
  AuditRow,
  WorkerSample,
];
