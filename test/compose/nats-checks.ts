import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ComposeStack } from './compose-stack.js';

const SIGN_IN = 'CONNECT {"verbose":false}\r\nPING\r\n';

/** The published port talks to nobody in plain text, and over TLS to nobody without a key. */
export async function expectClosedNats(port: number, authority: string): Promise<void> {
  // What is not a TLS handshake ends the connection.
  assert.equal(await answerTo(await greeted(port)), '');
  const encrypted = connectTls({ socket: await greeted(port), ca: authority, servername: 'localhost' });
  await once(encrypted, 'secureConnect');
  assert.match(await answerTo(encrypted), /^-ERR 'Authorization Violation'/);
}

/** A connection whose server has introduced itself, which it does in plain text. */
async function greeted(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  const [info] = (await once(socket, 'data')) as [Buffer];
  assert.match(info.toString(), /^INFO .*"tls_required":true/);
  return socket;
}

/** Everything that the server still says after a sign-in without credentials; it must end the connection. */
async function answerTo(socket: Socket): Promise<string> {
  const parts: string[] = [];
  socket.on('data', (part: Buffer) => parts.push(part.toString()));
  // A reset ends the connection too.
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(SIGN_IN);
  await closed;
  return parts.join('');
}

/** Tries subjects as the user of its container; prints each with `denied`, or what came back. */
const PROBE = `
  await import('reflect-metadata');
  const { credentialsOf, NatsClient, natsSettings } = await import('#rotunda/messaging');
  const { readConfiguration } = await import('#rotunda/runtime');
  const [user, ...subjects] = process.argv.slice(1);
  const settings = readConfiguration(natsSettings);
  const client = await NatsClient.connect(settings.NATS_URL, 'probe', { credentials: credentialsOf(settings, user) });
  const outcomes = {};
  for (const subject of subjects) {
    outcomes[subject] = await client.connection.request(subject, '{}', { timeout: 5_000 }).then(
      () => 'answered',
      (error) => (error.permissionContext ? 'denied' : String(error)),
    );
  }
  await client.close();
  process.stdout.write(JSON.stringify(outcomes));
`;

const api = (what: string): string => `$JS.API.${what}`;

/** One subject that each user needs, and some that would do the most harm. All of them: the test of nats-users.conf. */
const TRIED = {
  gateway: {
    allowed: [api('STREAM.INFO.TASKS')],
    denied: [api('STREAM.DELETE.TASKS'), api('STREAM.UPDATE.TASKS'), 'disclosures.trade.house.new'],
  },
  scheduler: {
    allowed: [api('STREAM.INFO.TASKS')],
    denied: [api('STREAM.DELETE.TASKS'), api('STREAM.MSG.GET.TASKS'), '$KV.sites.house'],
  },
  'house-scraper': {
    allowed: [api('CONSUMER.INFO.TASKS.house-scrape')],
    denied: [api('CONSUMER.MSG.NEXT.TASKS.senate-scrape'), api('STREAM.PURGE.KV_tasks'), 'tasks.senate.scrape'],
  },
  'senate-scraper': {
    allowed: [api('CONSUMER.INFO.TASKS.senate-scrape')],
    denied: [api('CONSUMER.MSG.NEXT.TASKS.house-scrape'), '$KV.sites.house', 'tasks.senate.scrape'],
  },
};

/** Each service's user may do what that service needs, and the operator's everything. */
export async function expectUsersRights(stack: ComposeStack): Promise<void> {
  for (const [service, { allowed, denied }] of Object.entries(TRIED)) {
    const probe = ['node', '--input-type=module', '-e', PROBE, service, ...allowed, ...denied];
    const outcomes = JSON.parse(await stack.exec(service, ...probe)) as Record<string, string>;
    assert.deepEqual(outcomes, { ...told(allowed, 'answered'), ...told(denied, 'denied') }, service);
  }
  const operator = { NATS_NKEY_SEED_FILE: '/run/rotunda/operator.nk' };
  const all = [api('INFO'), api('STREAM.NAMES'), api('CONSUMER.NAMES.TASKS')];
  const probe = ['node', '--input-type=module', '-e', PROBE, 'operator', ...all];
  assert.deepEqual(JSON.parse(await stack.run('setup', operator, ...probe)), told(all, 'answered'));
}

const told = (subjects: string[], outcome: string): Record<string, string> =>
  Object.fromEntries(subjects.map((subject) => [subject, outcome]));
