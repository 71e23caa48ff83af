import { address, bytes, count, duration } from '#rotunda/runtime';
import { EnvError, makeExactValidator, str } from 'envalid';
import { publicKeyOf } from '../access/user-keys.js';

const MEBIBYTE = 1024 * 1024;
const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

/** As the client accepts them: with or without `nats://`, separated by commas. */
const natsServers = address({ protocols: ['nats:', 'tls:'], example: 'nats://127.0.0.1:4222', isList: true });

/** The error does not repeat the value: it may be a secret in the wrong place. */
const seed = makeExactValidator<string>((text) => {
  try {
    if (text !== '') publicKeyOf(text);
    return text;
  } catch (error) {
    throw new EnvError((error as Error).message);
  }
});

const pem = makeExactValidator<string>((text) => {
  if (text === '' || text.includes('-----BEGIN ')) return text;
  throw new EnvError('not PEM text; to name a file, add _FILE to the name of the setting');
});

export const natsSettings = {
  NATS_URL: natsServers({ default: 'nats://127.0.0.1:4222', desc: 'NATS servers, separated by commas' }),
  NATS_STORE_DIR: str({
    default: '',
    desc: 'Store folder of nats-server, if it is on this machine, to report a full disk',
  }),
  NATS_NKEY_SEED: seed({
    default: '',
    desc: "The secret key of this service's NATS user (nkey); better NATS_NKEY_SEED_FILE, a file from `rotunda secrets make`",
  }),
  NATS_USER: str({ default: '', desc: 'The NATS user, where it has a password and not a key' }),
  NATS_PASSWORD: str({ default: '', desc: 'Its password; better NATS_PASSWORD_FILE' }),
  NATS_CA: pem({
    default: '',
    desc: 'The authority that signed the certificate of nats-server (PEM, or NATS_CA_FILE); with it NATS must use TLS',
  }),
  NATS_CERT: pem({
    default: '',
    desc: "This service's certificate for NATS, if it asks for one (PEM, or NATS_CERT_FILE)",
  }),
  NATS_KEY: pem({ default: '', desc: 'The key of that certificate (PEM, or NATS_KEY_FILE)' }),
};

/** Settings that `setup` applies to streams, buckets and consumers. */
export const topologySettings = {
  NATS_REPLICAS: count({ default: 1, most: 5, desc: 'Replicas of each stream and bucket; 3 in a cluster' }),
  TASKS_MAX_BYTES: bytes({
    default: 256 * MEBIBYTE,
    least: MEBIBYTE,
    most: MEBIBYTE * MEBIBYTE,
    desc: 'Maximum size of the command queue; a full queue refuses new commands (503) and loses none',
  }),
  TASK_ACK_WAIT_MS: duration({
    default: 30 * SECOND_MS,
    least: SECOND_MS,
    most: DAY_MS,
    desc: 'A command whose worker is silent for this long goes to another worker',
  }),
};

export type TopologySettings = { NATS_REPLICAS: number; TASKS_MAX_BYTES: number; TASK_ACK_WAIT_MS: number };
