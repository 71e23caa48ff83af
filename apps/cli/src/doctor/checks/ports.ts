import { connect } from 'node:net';
import { isLoopback } from '#rotunda/runtime';
import { check, faults } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';

const ANSWERS_WITHIN_MS = 2_000;
const POSTGRES_PORT = 5432;
const NATS_PORT = 4222;
/** Postgres's SSLRequest: length 8, code 80877103. It answers with one letter, and nobody else does. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

const FAULTS = faults({
  'port-taken': {
    level: 'error',
    says: 'Port {port} belongs to {who}, not to {wanted}.',
    mend: 'Stop that program, or give {wanted} another port ({setting}).',
  },
});

export const ports = check({
  name: 'ports',
  faults: FAULTS,
  async run(installation) {
    const found = await Promise.all((await wantedPorts(installation)).map((wanted) => takenPort(wanted, installation)));
    return found.flat();
  },
});

interface WantedPort {
  port: number;
  wanted: string;
  setting: string;
  /** The name of its process, where that tells it from other programs. */
  program?: string;
  /** Whether the one that listens there is what we want. */
  isRight: (port: number) => Promise<boolean>;
}

/** Those on this machine. */
async function wantedPorts({ api, setting, env }: Installation): Promise<WantedPort[]> {
  const gateway = new URL(api.gateway);
  const nats = address(firstOf(await setting('NATS_URL')), NATS_PORT);
  const postgres = address(await setting('DATABASE_URL'), POSTGRES_PORT);
  return [
    ...(isLoopback(gateway.hostname)
      ? [{ port: Number(gateway.port || 80), wanted: 'the gateway', setting: 'HTTP_PORT', isRight: isGateway }]
      : []),
    ...(nats === null
      ? []
      : [{ port: nats, wanted: 'nats-server', setting: 'NATS_URL', program: 'nats-server', isRight: isNats }]),
    ...(postgres === null || env['PGHOST']
      ? []
      : [{ port: postgres, wanted: 'Postgres', setting: 'DATABASE_URL', program: 'postgres', isRight: isPostgres }]),
  ];
}

const firstOf = (servers: string): string => {
  const [first = ''] = servers.split(',').map((server) => server.trim());
  return first.includes('://') ? first : `nats://${first}`;
};

/** The port of an address on this machine; null for another one's. */
function address(url: string, usual: number): number | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port } = new URL(url);
  return isLoopback(hostname) ? Number(port || usual) : null;
}

async function takenPort(
  { port, wanted, setting, program, isRight }: WantedPort,
  { listener }: Installation,
): Promise<Found<'port-taken'>[]> {
  // Nobody listens: the port is free, and whether its server should run is another check's.
  if ((await firstBytes(port)) === null || (await isRight(port))) return [];
  const owner = await listener(port);
  // It hangs, which the check of the server itself tells. A gateway is one of many programs of Node.
  if (owner !== null && owner.program === program) return [];
  const who = owner === null ? 'another program' : `${owner.program} (process ${owner.pid})`;
  return [{ code: 'port-taken', params: { port, who, wanted, setting } }];
}

const isNats = async (port: number): Promise<boolean> => (await firstBytes(port))?.startsWith('INFO ') ?? false;
const isPostgres = async (port: number): Promise<boolean> =>
  /^[SN]$/.test((await firstBytes(port, SSL_REQUEST))?.slice(0, 1) ?? '');

/** Ours answers on `/health/live` with what it lives on: Terminus's shape. */
async function isGateway(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const answer = await fetch(`http://127.0.0.1:${port}/health/live`, { signal }).catch(() => null);
  const body: unknown = await answer?.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'status' in body;
}

/** What the listener says first, to `greeting` if there is one; '' if it is silent, null if nobody listens. */
function firstBytes(port: number, greeting?: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let isOpen = false;
    const end = (answer: string | null): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(greeting ? ANSWERS_WITHIN_MS : ANSWERS_WITHIN_MS / 4, () => end(isOpen ? '' : null));
    socket.once('connect', () => {
      isOpen = true;
      if (greeting) socket.write(greeting);
    });
    socket.once('data', (data) => end(data.toString('latin1')));
    socket.once('error', () => end(isOpen ? '' : null));
    socket.once('close', () => end(isOpen ? '' : null));
  });
}
