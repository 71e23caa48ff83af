import { address, bytes, count, duration } from '#rotunda/runtime';
import { str } from 'envalid';

const MEBIBYTE = 1024 * 1024;
const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

/** As the client accepts them: with or without `nats://`, separated by commas. */
const natsServers = address({ protocols: ['nats:', 'tls:'], example: 'nats://127.0.0.1:4222', isList: true });

export const natsSettings = {
  NATS_URL: natsServers({ default: 'nats://127.0.0.1:4222', desc: 'NATS servers, separated by commas' }),
  NATS_STORE_DIR: str({
    default: '',
    desc: 'Store folder of nats-server, if it is on this machine, to report a full disk',
  }),
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
