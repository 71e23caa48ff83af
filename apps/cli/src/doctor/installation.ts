import type { ScheduleState, SiteState, WorkerState } from '#rotunda/contracts';
import type { NatsClient, NatsFacts, WaitingCommands } from '#rotunda/messaging';
import type { DatabaseFacts } from '#rotunda/persistence';
import type { SettingInEffect } from '#rotunda/runtime';
import type { RotundaApi } from '../api/rotunda-api.js';
import type { SiteAnswer } from './site-answers.js';

/** An entry of KV `schedules`. */
export interface ScheduleEntry {
  name: string;
  /** Null: it can't be used, and `faults` says why. */
  schedule: ScheduleState | null;
  faults: string;
}

/** A process of the machine. */
export interface Listener {
  pid: number;
  program: string;
}

/**
 * The installation on this machine, as a diagnosis sees it. Each question is asked once, by the first check that needs
 * its answer. @throws NotThere where that which would answer is away
 */
export interface Installation {
  /** Of the services on this machine: ours, with what a running `rotunda start` adds. */
  readonly env: NodeJS.ProcessEnv;
  /** The data folder of `rotunda start`; null where there is none. */
  readonly folder: string | null;
  readonly isOffline: boolean;
  readonly now: Date;
  readonly nodeVersion: string;
  readonly api: RotundaApi;
  readonly settings: () => Promise<SettingInEffect[]>;
  /** The value of a setting, or its default where it can't be read. */
  readonly setting: (name: string) => Promise<string>;
  /** For a fix. @throws Error as the client does, where NATS is away */
  readonly natsClient: () => Promise<NatsClient>;
  /** @throws Error as the client does, where NATS is away */
  readonly natsFacts: () => Promise<NatsFacts>;
  /** @throws DatabaseConnectionError */
  readonly databaseFacts: () => Promise<DatabaseFacts>;
  /** What the set-up would change in Postgres's roles. */
  readonly plannedRoles: () => Promise<string[]>;
  readonly workers: () => Promise<WorkerState[]>;
  readonly queue: () => Promise<WaitingCommands[]>;
  readonly schedules: () => Promise<ScheduleEntry[]>;
  readonly sites: () => Promise<SiteState[]>;
  readonly deadLetters: () => Promise<number>;
  /** One polite request to each site that may be asked. */
  readonly siteAnswers: () => Promise<SiteAnswer[]>;
  /** The answer of the gateway; null where it does not answer or has no such route. */
  readonly ask: <T>(path: string) => Promise<T | null>;
  /** Who listens on a port of this machine; null: nobody, or it can't be told. */
  readonly listener: (port: number) => Promise<Listener | null>;
  readonly close: () => Promise<void>;
}
