import { rm } from 'node:fs/promises';
import { NatsServer } from '#rotunda/embedded';
import { applyTopology, CommandQueue, NatsClient } from '#rotunda/messaging';
import { NatsUsers, refuseDenials } from './nats-users.js';
import { testFolder } from './test-folder.js';

/** Short enough for a test to wait for. */
export const TEST_ACK_WAIT_MS = 2_000;

const TOPOLOGY = { NATS_REPLICAS: 1, TASKS_MAX_BYTES: 64 * 1024 * 1024, TASK_ACK_WAIT_MS: TEST_ACK_WAIT_MS };

/** The nats-server of PATH, or that of ROTUNDA_TEST_NATS_SERVER, so that all tests can run on a newer version. */
export const natsServerCommand = (): string => process.env['ROTUNDA_TEST_NATS_SERVER'] ?? 'nats-server';

export interface TestNats {
  server: NatsServer;
  client: NatsClient;
  queue: CommandQueue;
  /** For services that sign in with their own rights, as in production. */
  users: NatsUsers;
  /** Ends the server and deletes its store. @throws Error if it denied something to anyone */
  stop(): Promise<void>;
}

/** A real nats-server for one test file, with every stream, bucket and consumer. */
export async function startTestNats(settings: Partial<typeof TOPOLOGY> = {}): Promise<TestNats> {
  const dataDir = await testFolder();
  const users = new NatsUsers();
  const server = await NatsServer.start({ dataDir, command: natsServerCommand(), extra: users.file });
  const client = await NatsClient.connect(server.url, 'test');
  await applyTopology(client, { ...TOPOLOGY, ...settings });
  return {
    server,
    client,
    queue: new CommandQueue(client),
    users,
    async stop() {
      await client.close();
      await server.stop();
      await refuseDenials(server.logFile);
      await rm(dataDir, { recursive: true });
    },
  };
}
