import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '#rotunda/embedded';
import { NatsClient } from '#rotunda/messaging';
import { endsWithUs, eventually } from '#rotunda/testing';
import { HANGS_AFTER_MS } from './stand/timing.js';

const NODES = 3;

interface Node {
  name: string;
  port: number;
  config: string;
  process: ChildProcess | null;
}

/** Three connected nats-servers, each of which can be killed and started again. */
export class NatsCluster {
  private constructor(
    private readonly command: string,
    private readonly nodes: Node[],
  ) {}

  static async start(folder: string, command: string): Promise<NatsCluster> {
    const ports = await freePorts(NODES * 2);
    const routes = ports.slice(NODES);
    const nodes: Node[] = [];
    for (let n = 0; n < NODES; n++) {
      const name = `n${n + 1}`;
      const dataDir = join(folder, name);
      await mkdir(dataDir, { recursive: true });
      const config = join(dataDir, 'nats-server.conf');
      await writeFile(config, configuration({ name, port: ports[n]!, dataDir, route: routes[n]!, routes }));
      nodes.push({ name, port: ports[n]!, config, process: null });
    }
    const cluster = new NatsCluster(command, nodes);
    nodes.forEach(({ name }) => cluster.startNode(name));
    await cluster.formed();
    return cluster;
  }

  /** The URLs of all nodes, in the format of NATS_URL. */
  get urls(): string {
    return this.nodes.map(({ port }) => `nats://127.0.0.1:${port}`).join(',');
  }

  startNode(name: string): void {
    const node = this.node(name);
    node.process = spawn(this.command, ['-c', node.config], { stdio: 'ignore', detached: true });
    endsWithUs(node.process);
  }

  async kill(name: string): Promise<void> {
    const { process } = this.node(name);
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    process.kill('SIGKILL');
    await once(process, 'exit');
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map(({ name }) => this.kill(name)));
  }

  private node(name: string): Node {
    const node = this.nodes.find((one) => one.name === name);
    if (!node) throw new Error(`the cluster has no node ${name}`);
    return node;
  }

  /** Waits until JetStream answers, which it does once its nodes have elected a leader. */
  private async formed(): Promise<void> {
    await eventually('the cluster to have a leader', () => this.answers(), HANGS_AFTER_MS);
  }

  private async answers(): Promise<boolean> {
    try {
      const client = await NatsClient.connect(this.urls, 'cluster-test');
      try {
        await client.manager.getAccountInfo();
        await client.manager.streams.add({ name: 'PROBE', subjects: ['probe'], num_replicas: NODES });
        return await client.manager.streams.delete('PROBE');
      } finally {
        await client.close();
      }
    } catch {
      return false;
    }
  }
}

interface NodeConfiguration {
  name: string;
  port: number;
  dataDir: string;
  route: number;
  routes: number[];
}

const configuration = ({ name, port, dataDir, route, routes }: NodeConfiguration): string =>
  [
    'host: "127.0.0.1"',
    `port: ${port}`,
    `server_name: ${name}`,
    `log_file: ${JSON.stringify(join(dataDir, 'nats-server.log'))}`,
    `jetstream { store_dir: ${JSON.stringify(dataDir)}, max_file_store: 4GB, max_memory_store: 64MB }`,
    `cluster { name: test, host: "127.0.0.1", port: ${route},`,
    `  routes: [${routes.map((other) => `"nats://127.0.0.1:${other}"`).join(', ')}] }`,
    '',
  ].join('\n');

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}
