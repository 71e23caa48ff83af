import { num, str } from 'envalid';

const MEBIBYTE = 1024 * 1024;

export const natsSettings = {
  NATS_URL: str({ default: 'nats://127.0.0.1:4222', desc: 'NATS servers, separated by commas' }),
};

/** What `setup` gives the streams, buckets and consumers. */
export const topologySettings = {
  NATS_REPLICAS: num({ default: 1, desc: 'Copies of each stream and bucket: 3 in a cluster' }),
  TASKS_MAX_BYTES: num({
    default: 256 * MEBIBYTE,
    desc: 'Size of the command queue; a full one refuses new commands (503) and loses none',
  }),
  TASK_ACK_WAIT_MS: num({ default: 30_000, desc: 'A command whose worker is silent for so long goes to another one' }),
};

export type TopologySettings = { NATS_REPLICAS: number; TASKS_MAX_BYTES: number; TASK_ACK_WAIT_MS: number };
