import 'reflect-metadata';
import { basename } from 'node:path';
import { BUCKETS, type Chamber, CHAMBERS, STREAMS, type SiteState, type WorkerState } from '#rotunda/contracts';
import {
  bucketEntries,
  credentialsOf,
  examineNats,
  KEYED_USERS,
  NatsAccessError,
  NatsClient,
  type NatsSettings,
  type TopologySettings,
  waitingCommands,
} from '#rotunda/messaging';
import { examineDatabase, plannedRoles } from '#rotunda/persistence';
import { type Settings, settingsInEffect } from '#rotunda/runtime';
import { readSchedule, readSiteState, untouchedSite } from '#rotunda/tasks';
import { ApiError, NoAnswerError } from '../api/api-error.js';
import type { RotundaApi } from '../api/rotunda-api.js';
import { roleUrls, type DatabaseConfig } from '../setup/setup.js';
import { NotThere } from './check.js';
import type { Installation } from './installation.js';
import { listenerOf } from './listener.js';
import { askSite } from './site-answers.js';

const CONNECT_TIMES = { connectMs: 3_000, pingMs: 15_000 };

const SITE_URLS: Record<Chamber, { setting: string; path: string }> = {
  senate: { setting: 'SENATE_BASE_URL', path: '/search/home/' },
  house: { setting: 'HOUSE_BASE_URL', path: '/FinancialDisclosure' },
};

export interface InstallationOptions {
  env: NodeJS.ProcessEnv;
  folder: string | null;
  isOffline: boolean;
  api: RotundaApi;
  /** Of all services and of the set-up. */
  tables: Settings;
}

/** The installation on this machine. */
export function thisInstallation({ env, folder, isOffline, api, tables }: InstallationOptions): Installation {
  const settings = once(async () => settingsInEffect(tables, env));
  const values = once(async () =>
    Object.fromEntries((await settings()).map(({ name, value, preset }) => [name, value ?? preset])),
  ) as unknown as () => Promise<NatsSettings & TopologySettings & DatabaseConfig & Record<string, unknown>>;
  const setting = async (name: string): Promise<string> =>
    String(((await values())[name] as string | number | boolean | undefined) ?? '');

  const client = once(async () => {
    return NatsClient.connect(await setting('NATS_URL'), 'rotunda-doctor', {
      credentials: credentialsOf(await values(), userIn(env)),
      times: CONNECT_TIMES,
    });
  });
  /** For what is about more than NATS itself. */
  const throughNats = <T>(ask: (client: NatsClient) => Promise<T>): (() => Promise<T>) =>
    once(async () => {
      const connected = await client().catch(() => Promise.reject(new NotThere('NATS')));
      return ask(connected).catch((error: unknown) => {
        throw error instanceof NatsAccessError ? error : new NotThere('NATS');
      });
    });

  const sites = throughNats(async (nats) => {
    const entries = await bucketEntries(nats, BUCKETS.sites);
    return CHAMBERS.map((chamber): SiteState => {
      const entry = entries.find(({ key }) => key === chamber);
      return entry ? readSiteState(chamber, entry.text, entry.at) : untouchedSite(chamber);
    });
  });

  const natsFacts = once(async () => examineNats(await client(), await values()));
  const now = new Date();
  return {
    ...{ env, folder, isOffline, now, api, settings, setting, natsFacts, sites, natsClient: client },
    nodeVersion: process.versions.node,
    databaseFacts: once(async () => examineDatabase(await setting('DATABASE_URL'))),
    plannedRoles: once(async () => plannedRoles(await setting('DATABASE_URL'), roleUrls(await values()))),
    workers: throughNats(async (nats) => (await bucketEntries(nats, BUCKETS.workers)).flatMap(workerIn)),
    queue: throughNats(waitingCommands),
    schedules: throughNats(async (nats) =>
      (await bucketEntries(nats, BUCKETS.schedules)).map(({ key, text }) => {
        const { schedule, faults } = readSchedule(key, text, now);
        return { name: key, schedule, faults: faults.map(({ message }) => message).join('; ') };
      }),
    ),
    deadLetters: throughNats((nats) => nats.storedCount(STREAMS.deadLetters)),
    siteAnswers: once(async () => {
      if (isOffline) return [];
      // Where NATS is away, nobody knows whether the site is paused: then it is left alone.
      const open = (await sites()).filter(({ paused, breaker }) => !paused && breaker.state === 'closed');
      const contact = await setting('SITE_CONTACT');
      return Promise.all(
        open.map(async ({ chamber }) => {
          const { setting: name, path } = SITE_URLS[chamber];
          return askSite(chamber, `${(await setting(name)).replace(/\/$/, '')}${path}`, contact);
        }),
      );
    }),
    ask: async <T>(path: string) => {
      try {
        return await api.get<T>(path);
      } catch (error) {
        if (error instanceof ApiError || error instanceof NoAnswerError) return null;
        throw error;
      }
    },
    listener: listenerOf,
    close: async () => {
      await (await client().catch(() => null))?.close();
    },
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** NATS lets each user listen to its own inboxes only; the name of its key's file tells who it is. */
function userIn(env: NodeJS.ProcessEnv): string {
  const file = basename(env['NATS_NKEY_SEED_FILE'] ?? '', '.nk');
  return KEYED_USERS.find((user) => user === file) ?? 'operator';
}

function workerIn({ text }: { text: string }): WorkerState[] {
  try {
    const value = JSON.parse(text) as Partial<WorkerState> | null;
    // The bucket also has claims of names, and possibly entries written by hand.
    return value?.id && value.name && value.chamber && value.tasks ? [value as WorkerState] : [];
  } catch {
    return [];
  }
}
