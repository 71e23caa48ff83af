import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { onMissing } from './postgres-binaries.js';
import { openCluster, runAs, type PostgresCluster } from './postgres-cluster.js';
import { acceptsConnections, HOST, urlOf } from './postgres-readiness.js';
import { stopLeftover } from './postmaster-pid.js';
import { tellServerProcess } from '../server-processes.js';
import { forgetPostgresVariables } from '../shell-settings.js';

const FAST_SHUTDOWN_MS = 30_000;
const PORT_ATTEMPTS = 3;
/** The processes of a killed server end by themselves, as soon as they get to run. */
const OLD_PROCESSES_END_WITHIN_MS = 60_000;
const POLL_MS = 100;

export interface PostgresServerOptions {
  /** Made on first use; `<dataDir>.password` and `<dataDir>.log` stand beside it. */
  dataDir: string;
  /** A free one where it is not given. */
  port?: number;
  log?: (line: string) => void;
  /** Settings of postgresql.conf; `fsync: 'off'` also makes the first start faster. */
  settings?: Record<string, string>;
}

/**
 * A Postgres 18 of our own on loopback, for `npm start` and for tests.
 *
 * It runs in a session of its own: a Ctrl-C in the terminal reaches the services, which drain, and Postgres ends only
 * when `stop()` is called. A run that is killed leaves it behind; the next `start()` on the same data ends it first.
 */
export class PostgresServer {
  /** Ends with the process: a supervisor that did not call `stop()` sees here that Postgres died. */
  readonly exited: Promise<void>;
  readonly url: string;
  readonly pid: number;
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly child: ChildProcess,
    cluster: PostgresCluster,
    readonly port: number,
    /** Where the data is: elsewhere than asked for where the user `postgres` may not go there. */
    readonly dataDir: string = cluster.dataDir,
  ) {
    this.pid = child.pid!;
    this.url = urlOf(cluster, port);
    this.exited = exitOf(child);
  }

  /**
   * Starts Postgres and waits until the database `rotunda` accepts connections. From then on `PG…` variables of the
   * environment hold no more in this process: see `forgetPostgresVariables`.
   * @throws Error with the end of the server's log when it does not come up, or with what to do about its data
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
        // Between finding a free port and listening on it, somebody else may have taken it.
        const portTaken = error instanceof StartError && error.message.includes('Address already in use');
        if (!portTaken || options.port !== undefined || attempt === PORT_ATTEMPTS) throw error;
      }
    }
  }

  /** Ends the server that a killed run left behind on this data, if there is one. */
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

  /** Fast shutdown: open transactions are rolled back, clients are told. Waits for the end; may be called twice. */
  stop(): Promise<void> {
    return (this.stopping ??= this.end());
  }

  private async end(): Promise<void> {
    this.child.kill('SIGINT');
    // Immediate shutdown where the fast one hangs: the write-ahead log makes it good at the next start.
    const lastResort = setTimeout(() => this.child.kill('SIGQUIT'), FAST_SHUTDOWN_MS);
    await this.exited;
    clearTimeout(lastResort);
  }
}

class StartError extends Error {
  override readonly name = 'StartError';
}

/** Tries again while the processes of a server whose postmaster was killed still hold its shared memory. */
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

/** The log goes to a file and not to a pipe, because Postgres may outlive us. The log of the run before is kept. */
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
    tellServerProcess(child);
    return child;
  } finally {
    await output.close();
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function exitOf(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}
