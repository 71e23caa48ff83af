import {
  AUDIT_SUBJECT,
  BUCKETS,
  budgetKey,
  type Chamber,
  CHAMBERS,
  COMMAND_LANES,
  commandLanesOf,
  controlSubject,
  deadLetterSubject,
  FILING_EVENTS,
  filingSubject,
  kindOf,
  kindsOf,
  logSubject,
  STREAMS,
  TRADE_SUBJECTS,
  WORKER_VERBS,
} from '#rotunda/contracts';
import { bucketStream, bucketSubject, HISTORY_CONSUMER, PROBE_SUBJECT } from '../topology-names.js';
import type { Rights } from './rights.js';

/** The rights of each service on a stream; null: none. A stream or bucket without an entry does not compile. */
export interface StreamAccess {
  gateway: Rights | null;
  scheduler: Rights | null;
  scraper: (chamber: Chamber) => Rights | null;
}

const ALL_COMMANDS = COMMAND_LANES.map(({ subject }) => subject);
const ALL_CONSUMERS = COMMAND_LANES.map(({ consumer }) => consumer);
/** Readiness asks for the state of TASKS, and publishes a probe after a publish without confirmation. */
const PROBE = { publishes: [PROBE_SUBJECT] };

const STREAM_ACCESS: Record<keyof typeof STREAMS, StreamAccess> = {
  tasks: {
    gateway: { publishes: ALL_COMMANDS, reads: true, removes: true, repairs: ALL_CONSUMERS },
    scheduler: { publishes: ALL_COMMANDS, removes: true },
    // Not `reads`: that would show it the other chamber's commands.
    scraper: (chamber) => ({
      takes: commandLanesOf(chamber).map(({ consumer }) => consumer),
      // A long command that was published to the short lane is moved.
      publishes: commandLanesOf(chamber).flatMap(({ lane, subject }) => (lane === 'long' ? [subject] : [])),
    }),
  },
  deadLetters: {
    gateway: { reads: true, removes: true },
    scheduler: null,
    scraper: (chamber) => ({
      publishes: kindsOf(chamber)
        .filter((name) => kindOf(name).leavesDeadLetter)
        .map((name) => deadLetterSubject(chamber, name)),
    }),
  },
  taskLogs: {
    gateway: { ...PROBE, reads: true, follows: [logSubject('*')] },
    scheduler: PROBE,
    // A task's id does not tell its chamber.
    scraper: () => ({ publishes: [logSubject('*')] }),
  },
  disclosures: {
    gateway: { follows: [TRADE_SUBJECTS] },
    scheduler: null,
    scraper: (chamber) => ({
      publishes: [...FILING_EVENTS.map((event) => filingSubject(chamber, event)), `disclosures.trade.${chamber}.*`],
    }),
  },
  audit: {
    gateway: { publishes: [AUDIT_SUBJECT], reads: true, removes: true },
    scheduler: null,
    scraper: () => null,
  },
};

const keys = (bucket: string, ...names: string[]): string[] => names.map((name) => bucketSubject(bucket, name));

const BUCKET_ACCESS: Record<keyof typeof BUCKETS, StreamAccess> = {
  // The keys are the tasks' ids, which don't tell the chamber: each scraper may read and write all of them.
  tasks: {
    gateway: {
      publishes: keys(BUCKETS.tasks, '*'),
      ...{ reads: true, removes: true, purges: true },
      ...{ follows: keys(BUCKETS.tasks, '>'), watches: keys(BUCKETS.tasks, '>') },
      takes: [HISTORY_CONSUMER],
    },
    scheduler: { publishes: keys(BUCKETS.tasks, '*'), reads: true },
    scraper: () => ({ publishes: keys(BUCKETS.tasks, '*'), reads: true }),
  },
  // A wildcard can't stand for a part of `house-scraper-<host>-<random>`: each scraper may write all workers' entries.
  workers: {
    gateway: { watches: keys(BUCKETS.workers, '>') },
    scheduler: null,
    scraper: (chamber) => ({
      publishes: keys(BUCKETS.workers, '*', `name.${chamber}-scraper.*.*`),
      reads: true,
    }),
  },
  schedules: {
    gateway: { publishes: keys(BUCKETS.schedules, '>'), reads: true, watches: keys(BUCKETS.schedules, '>') },
    scheduler: { publishes: keys(BUCKETS.schedules, '>'), reads: true, watches: keys(BUCKETS.schedules, '>') },
    scraper: () => null,
  },
  sites: {
    gateway: { publishes: keys(BUCKETS.sites, ...CHAMBERS), reads: true, watches: keys(BUCKETS.sites, ...CHAMBERS) },
    scheduler: null,
    scraper: (chamber) => ({
      publishes: keys(BUCKETS.sites, chamber, budgetKey(chamber)),
      reads: true,
      watches: keys(BUCKETS.sites, chamber, budgetKey(chamber)),
    }),
  },
  claims: {
    gateway: { publishes: keys(BUCKETS.claims, '*'), reads: true },
    scheduler: null,
    scraper: () => null,
  },
};

/** Who asks workers for something, over core NATS: a worker answers to the inbox of whoever asked. */
export const CONTROL_ACCESS = {
  asks: CHAMBERS.flatMap((chamber) => WORKER_VERBS.map((verb) => controlSubject(chamber, '*', verb))),
  /** A wildcard can't stand for a part of its id: a worker could also hear what others of its chamber are asked. */
  answers: (chamber: Chamber): string => controlSubject(chamber, '*', '*'),
};

const byStream = <K extends string>(
  access: Record<K, StreamAccess>,
  nameOf: (key: K) => string,
): [stream: string, StreamAccess][] => (Object.keys(access) as K[]).map((key) => [nameOf(key), access[key]]);

/** Who does what with each stream, those beneath the buckets included. */
export const ACCESS: ReadonlyMap<string, StreamAccess> = new Map([
  ...byStream(STREAM_ACCESS, (key) => STREAMS[key]),
  ...byStream(BUCKET_ACCESS, (key) => bucketStream(BUCKETS[key])),
]);
