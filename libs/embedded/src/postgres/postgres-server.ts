import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { onMissing } from './postgres-binaries.js';
import { openCluster, runAs, type PostgresCluster } from './postgres-cluster.js';
import { acceptsConnections, HOST, urlOf } from './postgres-readiness.js';
import { stopLeftover } from './postmaster-pid.js';
import { reportServerProcess } from '../server-processes.js';
import { forgetPostgresVariables } from '../shell-settings.js';

const FAST_SHUTDOWN_MS = 30_000;
const PORT_ATTEMPTS = 3;
/** The processes of a killed server exit by themselves as soon as they run. */
const OLD_PROCESSES_END_WITHIN_MS = 60_000;
const POLL_MS = 100;

export interface PostgresServerOptions {
  /** Created on first use, beside `<dataDir>.password` and `<dataDir>.log`. */
  dataDir: string;
  /** A free one if not set. */
  port?: number;
  log?: (line: string) => void;
  /** Settings of postgresql.conf; `fsync: 'off'` also makes the first start faster. */
  settings?: Record<string, string>;
}

/**
 * Our own Postgres 18 on loopback, for `npm start` and for tests.
 *
 * It runs in its own session: after a Ctrl-C in the terminal it serves the draining services until `stop()` is called. A
 * killed run leaves it behind; the next `start()` on the same data stops it first.
 */
export class PostgresServer {
  /** Resolves when the process ends: a supervisor that did not call `stop()` sees here that Postgres died. */
  readonly exited: Promise<void>;
  readonly url: string;
  readonly pid: number;
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly child: ChildProcess,
    cluster: PostgresCluster,
    readonly port: number,
    /** Where the data is: not where it was asked for if the user `postgres` can't enter that folder. */
    readonly dataDir: string = cluster.dataDir,
  ) {
    this.pid = child.pid!;
    this.url = urlOf(cluster, port);
    this.exited = exitOf(child);
  }

  /**
   * Starts Postgres and waits until the database `rotunda` accepts connections. Also removes `PG…` variables from the
   * environment of this process: see `forgetPostgresVariables`.
   * @throws Error with the end of the server's log if it does not start, or with what to do about its data
   */
  static async start(options: PostgresServerOptions): Promise<PostgresServer> {
    const log = options.log ?? (() => undefined);
    forgetPostgresVariables();
    const cluster = await openCluster(options.dataDir, { durable: options.settings?.fsync !== 'off', log });
    await stopLeftover(cluster.dataDir, log);
    const launch = async (): Promise<PostgresServer> =>
      PostgresServer.launch(cluster, options.port ?? (await freePort()), options.settings ?? {});
    for (let attempt = 1; ; attempt++) {
      try {
        return await unlessMemoryInUse(launch);
      } catch (error) {
        // Another program may take the free port before Postgres listens on it.
        const portTaken = error instanceof StartError && error.message.includes('Address already in use');
        if (!portTaken || options.port !== undefined || attempt === PORT_ATTEMPTS) throw error;
      }
    }
  }

  /** Stops the server that a killed run left behind on this data, if any. */
  static async stopLeftBehind(dataDir: string, log: (line: string) => void = () => undefined): Promise<void> {
    await stopLeftover(dataDir, log);
  }

  private static async launch(
    cluster: PostgresCluster,
    port: number,
    settings: Record<string, string>,
  ): Promise<PostgresServer> {
    const logFile = `${cluster.dataDir}.log`;
    const child = await spawnPostmaster(cluster, logFile, {
      listen_addresses: HOST,
      port: String(port),
      unix_socket_directories: '',
      timezone: 'UTC',
      log_timezone: 'UTC',
      log_checkpoints: 'off',
      ...settings,
    });
    const server = new PostgresServer(child, cluster, port);
    try {
      await acceptsConnections(cluster, port, () => hasEnded(child));
      return server;
    } catch (cause) {
      await server.stop();
      const lines = (await readFile(logFile, 'utf8')).trim().split('\n').slice(-5).join('\n');
      throw new StartError(`Postgres did not start (its log: ${logFile}):\n${lines}`, { cause });
    }
  }

  /** Fast shutdown: rolls back open transactions and disconnects clients. Waits for the exit; may be called twice. */
  stop(): Promise<void> {
    return (this.stopping ??= this.end());
  }

  private async end(): Promise<void> {
    this.child.kill('SIGINT');
    // Immediate shutdown if the fast one hangs: the next start recovers from the write-ahead log.
    const lastResort = setTimeout(() => this.child.kill('SIGQUIT'), FAST_SHUTDOWN_MS);
    await this.exited;
    clearTimeout(lastResort);
  }
}

class StartError extends Error {
  override readonly name = 'StartError';
}

/** Retries while the processes of a killed postmaster still hold its shared memory. */
async function unlessMemoryInUse(launch: () => Promise<PostgresServer>): Promise<PostgresServer> {
  const deadline = Date.now() + OLD_PROCESSES_END_WITHIN_MS;
  for (;;) {
    try {
      return await launch();
    } catch (error) {
      const inUse = error instanceof StartError && /shared memory block .* is still in use/.test(error.message);
      if (!inUse || Date.now() > deadline) throw error;
      await delay(POLL_MS);
    }
  }
}

/** Logs to a file and not to a pipe, because Postgres may outlive us. Keeps the log of the last run. */
async function spawnPostmaster(
  cluster: PostgresCluster,
  logFile: string,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  await rename(logFile, `${logFile}.1`).catch(onMissing);
  const output = await open(logFile, 'w', 0o600);
  try {
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(cluster.binaries.postgres, ['-D', cluster.dataDir, ...flags], {
      ...runAs(cluster.account),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await once(child, 'spawn');
    reportServerProcess(child);
    return child;
  } finally {
    await output.close();
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function exitOf(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}
