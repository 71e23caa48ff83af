import { rm } from 'node:fs/promises';
import { NatsServer } from '#rotunda/embedded';
import { applyTopology, CommandQueue, NatsClient } from '#rotunda/messaging';
import { testFolder } from './test-folder.js';

/** Short enough to be waited for in a test. */
export const TEST_ACK_WAIT_MS = 2_000;

const TOPOLOGY = { NATS_REPLICAS: 1, TASKS_MAX_BYTES: 64 * 1024 * 1024, TASK_ACK_WAIT_MS: TEST_ACK_WAIT_MS };

/** The nats-server of PATH; ROTUNDA_TEST_NATS_SERVER names another one, so that all tests can be run on a newer version. */
export const natsServerCommand = (): string => process.env['ROTUNDA_TEST_NATS_SERVER'] ?? 'nats-server';

export interface TestNats {
  server: NatsServer;
  client: NatsClient;
  queue: CommandQueue;
  /** Ends the server and takes its store away. */
  stop(): Promise<void>;
}

/** A real nats-server of its own for a test file, with every stream, bucket and consumer. */
export async function startTestNats(settings: Partial<typeof TOPOLOGY> = {}): Promise<TestNats> {
  const dataDir = await testFolder();
  const server = await NatsServer.start({ dataDir, command: natsServerCommand() });
  const client = await NatsClient.connect(server.url, 'test');
  await applyTopology(client, { ...TOPOLOGY, ...settings });
  return {
    server,
    client,
    queue: new CommandQueue(client),
    async stop() {
      await client.close();
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
