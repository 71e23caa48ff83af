import { strict as assert } from 'node:assert';
import type { ComposeStack } from './compose-stack.js';
import { docker } from './docker-command.js';
import type { GatewayApi } from './gateway-api.js';

/** Only the gateway and NATS are published, on loopback; the others are internal. */
export async function expectLoopback(stack: ComposeStack): Promise<void> {
  const published = (await stack.containers()).flatMap(({ service, publishers }) =>
    publishers.map(({ address }) => `${service} on ${address}`),
  );
  assert.deepEqual(published.toSorted(), ['gateway on 127.0.0.1', 'nats on 127.0.0.1']);
}

/** Ends the gateway from within. Unlike `docker kill` this is a crash to Docker, so its restart policy applies. */
export async function expectRestart(stack: ComposeStack, api: GatewayApi): Promise<void> {
  const gateway = (await stack.containers()).find(({ service }) => service === 'gateway')!;
  await stack.exec('gateway', 'bash', '-c', 'kill -9 -1').catch(expectKilled);
  await api.workers();
  assert.equal(await docker(['inspect', '--format', '{{.RestartCount}}', gateway.id]), '1');
}

/** The shell in the container ends with the container. */
function expectKilled(error: Error): void {
  if ((error.cause as { code?: unknown }).code !== 137) throw error;
}
