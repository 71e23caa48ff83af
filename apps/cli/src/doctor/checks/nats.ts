import { ConsumerRepair, NatsAccessError, type NatsFacts, type StreamFacts } from '#rotunda/messaging';
import { ConfigurationError } from '#rotunda/runtime';
import { check, faults, type Fix, where } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';
import { certificateEnd } from '../server-certificate.js';
import { runSetUp } from '../set-up-fix.js';

const NEARLY_FULL = 0.8;
const DAY_MS = 24 * 60 * 60_000;
const SOON_DAYS = 30;
const percentOf = (part: number, whole: number): number => Math.floor((100 * part) / whole);

const repairConsumer: Fix = async ({ stream, consumer }, { natsClient }) => {
  const repaired = await new ConsumerRepair(await natsClient()).ofShorterStream(String(stream), [String(consumer)]);
  return repaired.map((name) => `consumer ${name} is made anew`);
};

const FAULTS = faults({
  'nats-unreachable': {
    level: 'error',
    says: 'NATS does not answer at {servers}: {reason}',
    mend: 'Start nats-server (rotunda start, docker compose up -d, systemctl start nats-server), or correct NATS_URL.',
  },
  'jetstream-off': {
    level: 'error',
    says: 'nats-server answers at {servers}, and runs without JetStream.',
    mend: 'Start it with JetStream: nats-server -js -sd <folder>, or jetstream { store_dir: … } in its configuration.',
  },
  'nats-refuses': { level: 'error', says: '{reason}', mend: 'docs/troubleshooting.md, "NATS refuses us".' },
  'nats-certificate-ends': {
    level: 'warning',
    says: 'The certificate that nats-server shows ends on {end}, in {days} days.',
    mend: 'Renew it, then reload nats-server (rotunda secrets make <dir> makes ours).',
  },
  'topology-behind': {
    level: 'error',
    says: 'Streams, buckets or consumers are missing or differ: {changes}.',
    mend: 'Run rotunda setup; it loses nothing.',
  },
  'replicas-lag': {
    level: 'error',
    says: 'The stream {stream} is not whole on {peers}.',
    mend: 'Start that nats-server, and see its log; it catches up by itself. Until then one more failure may stop the queue.',
  },
  'consumer-ahead': {
    level: 'error',
    says: 'The consumer {consumer} is ahead of its stream {stream}: it skips new messages.',
    mend: 'Make it anew: rotunda doctor --fix does, and so does a running gateway. Tasks in progress start again.',
  },
  'stream-nearly-full': {
    level: 'warning',
    says: 'The stream {stream} is {percent} % full, and will be full {when}.',
    mend: 'See what waits (rotunda tasks list --state PENDING), start more workers, or raise TASKS_MAX_BYTES and run rotunda setup.',
  },
  'jetstream-nearly-full': {
    level: 'warning',
    says: 'JetStream has used {percent} % of the storage that this account may use.',
    mend: 'Raise max_file_store or the account’s limit in the configuration of nats-server, and reload it.',
  },
});
type Code = keyof typeof FAULTS;

export const nats = check({
  name: 'nats',
  faults: FAULTS,
  fixes: { 'topology-behind': runSetUp, 'consumer-ahead': repairConsumer },
  async run(installation) {
    const { natsFacts, setting, now } = installation;
    const servers = withoutPassword(await setting('NATS_URL'));
    try {
      const [facts, end] = await Promise.all([natsFacts(), certificateEnd(await setting('NATS_URL'))]);
      const days = end === null ? Infinity : Math.floor((end.getTime() - now.getTime()) / DAY_MS);
      const shown = end?.toISOString().slice(0, 10) ?? '';
      return [
        ...natsFaults(facts, now),
        ...where(days < SOON_DAYS, 'nats-certificate-ends', { end: shown, days: String(days) }),
      ];
    } catch (error) {
      if (await isWithoutJetStream(installation)) return [{ code: 'jetstream-off', params: { servers } }];
      const reason = error instanceof Error ? error.message : String(error);
      const isRefused = error instanceof NatsAccessError || error instanceof ConfigurationError;
      return [{ code: isRefused ? 'nats-refuses' : 'nats-unreachable', params: { servers, reason } }];
    }
  },
});

/** As the server itself says when it is connected to. */
const isWithoutJetStream = async ({ natsClient }: Installation): Promise<boolean> =>
  natsClient().then(
    ({ connection: { info } }) => info !== undefined && info.jetstream !== true,
    () => false,
  );

export function natsFaults({ planned, streams, ahead, storage }: NatsFacts, now: Date): Found<Code>[] {
  return [
    ...where(planned.length > 0, 'topology-behind', { changes: planned.join(', ') }),
    ...streams.flatMap(({ name, lagging }) =>
      where(lagging.length > 0, 'replicas-lag', { stream: name, peers: lagging.join(', ') }),
    ),
    ...ahead.flatMap((params) => where(true, 'consumer-ahead', params)),
    ...streams.flatMap((stream) => fullness(stream, now)),
    ...(storage && storage.used >= NEARLY_FULL * storage.most
      ? where(true, 'jetstream-nearly-full', { percent: percentOf(storage.used, storage.most) })
      : []),
  ];
}

/** A stream that drops its oldest messages at a limit has none of ours. */
function fullness({ name, bytes, messages, maxBytes, maxMessages, since }: StreamFacts, now: Date): Found<Code>[] {
  const shares = [maxBytes === null ? 0 : bytes / maxBytes, maxMessages === null ? 0 : messages / maxMessages];
  const share = Math.max(...shares);
  if (share < NEARLY_FULL) return [];
  const ageMs = since === null ? 0 : now.getTime() - Date.parse(since);
  const leftMs = (ageMs * (1 - share)) / share;
  const when = share >= 1 ? 'now' : `in ${Math.ceil(leftMs / 3_600_000)} h at this rate`;
  return [{ code: 'stream-nearly-full', params: { stream: name, percent: Math.floor(100 * share), when } }];
}

const withoutPassword = (servers: string): string => servers.replaceAll(/\/\/[^@/,]+@/g, '//');
