import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { connect as openSocket } from 'node:net';
import { join, resolve as absolute } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { jetStreamAnswers } from './jetstream-answer.js';
import { stopLeftoverNats } from './nats-leftover.js';
import { reportServerProcess } from '../server-processes.js';
import { withoutNatsVariables } from '../shell-settings.js';

/** Only against hanging: reading a large store from a slow disk takes time. An exit is noticed at once. */
const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 20;
const GREETS_WITHIN_MS = 5_000;
/** JetStream writes its files within a second or two; a stop that takes longer hangs for ever. */
const STOPS_WITHIN_MS = 10_000;

export interface NatsServerOptions {
  /** Holds JetStream's store, the configuration, the pid file and the log. */
  dataDir: string;
  /** A free one if not set. */
  port?: number;
  /** The program to run. */
  command?: string;
  /** How much JetStream may keep, as nats-server writes it. */
  maxFileStore?: string;
  /** More of its configuration, e.g. its users, as nats-server writes it. */
  extra?: string;
  /** Called with what happens around the server; its own log is `<dataDir>/nats-server.log`. */
  log?: (line: string) => void;
}

/** A real nats-server with JetStream on loopback, for `npm start` and for tests. */
export class NatsServer {
  private constructor(
    readonly port: number,
    /** The server's own log; that of the last run is kept as `.1`. */
    readonly logFile: string,
    private readonly process: ChildProcess,
    /** Resolves when the process ends: a supervisor that did not call `stop()` sees here that nats-server died. */
    readonly exited: Promise<void>,
  ) {}

  /** @throws Error with the name of its log if it does not start */
  static async start(options: NatsServerOptions): Promise<NatsServer> {
    const { dataDir, port, command = 'nats-server', maxFileStore = '4GB', extra = '', log } = options;
    // Absolute, so that the command line tells this server from those of other folders.
    const folder = absolute(dataDir);
    await mkdir(folder, { recursive: true });
    const config = join(folder, 'nats-server.conf');
    await stopLeftoverNats(pidFile(folder), config, log ?? (() => undefined));
    const chosen = port ?? (await freePort());
    const logFile = join(folder, 'nats-server.log');
    await rename(logFile, `${logFile}.1`).catch(onMissing);
    const name = `rotunda-${randomUUID()}`;
    await writeConfiguration(config, configuration({ folder, port: chosen, logFile, name, maxFileStore, extra }));
    // In its own process group, so that a Ctrl-C in the terminal does not end it before the services that need it. It
    // logs to a file and not to a pipe, because it may outlive us.
    const child = spawn(command, ['-c', config], { stdio: 'ignore', detached: true, env: withoutNatsVariables() });
    const { failed, exited } = watch(child);
    reportServerProcess(child);
    const server = new NatsServer(chosen, logFile, child, exited);
    await server.ready(command, name, failed);
    return server;
  }

  /** Stops the server that a killed run left behind on this data, if any. */
  static async stopLeftBehind(dataDir: string, log: (line: string) => void = () => undefined): Promise<void> {
    const folder = absolute(dataDir);
    await stopLeftoverNats(pidFile(folder), join(folder, 'nats-server.conf'), log);
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** Whether JetStream answers in time; a live process may still hang. */
  answers(withinMs: number): Promise<boolean> {
    return jetStreamAnswers(this.port, withinMs);
  }

  /**
   * Stops gracefully, so that JetStream's files are complete; may be called twice. Kills a server that does not stop in
   * time: nats-server 2.9 hung like that after its disk had been full, and lost nothing that it had confirmed.
   */
  async stop(signal: NodeJS.Signals = 'SIGTERM', withinMs = STOPS_WITHIN_MS): Promise<void> {
    if (this.hasExited) return;
    this.process.kill(signal);
    const lastResort = setTimeout(() => this.process.kill('SIGKILL'), withinMs);
    await this.exited;
    clearTimeout(lastResort);
  }

  get hasExited(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  private async ready(command: string, name: string, failed: Promise<Error>): Promise<void> {
    const log = `Its log: ${this.logFile}`;
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < deadline) {
      const ended = await Promise.race([failed, this.exited, delay(POLL_MS, null)]);
      if (ended instanceof Error) throw new Error(`${command} can't be started: ${ended.message}`, { cause: ended });
      if (this.hasExited) throw new Error(`${command} ended at once; is port ${this.port} taken? ${log}`);
      if (await answers(this.port, name)) return;
    }
    await this.stop('SIGKILL');
    throw new Error(`${command} did not answer on port ${this.port} within ${READY_TIMEOUT_MS / 1000} s. ${log}`);
  }
}

/** A program that can't be started emits no exit, only an error. */
function watch(child: ChildProcess): { failed: Promise<Error>; exited: Promise<void> } {
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { failed, exited };
}

/** Only for us: it may have the users' passwords. A file of an earlier run keeps its mode when it is written again. */
async function writeConfiguration(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  await chmod(file, 0o600);
}

interface Configuration {
  folder: string;
  port: number;
  logFile: string;
  name: string;
  maxFileStore: string;
  extra: string;
}

const pidFile = (folder: string): string => join(folder, 'nats-server.pid');

function configuration({ folder, port, logFile, name, maxFileStore, extra }: Configuration): string {
  return [
    'host: "127.0.0.1"',
    `port: ${port}`,
    `server_name: ${JSON.stringify(name)}`,
    `pid_file: ${JSON.stringify(pidFile(folder))}`,
    `log_file: ${JSON.stringify(logFile)}`,
    `jetstream { store_dir: ${JSON.stringify(folder)}, max_file_store: ${maxFileStore}, max_memory_store: 64MB }`,
    extra,
    '',
  ].join('\n');
}

/** Whether the server on this port has this name; if another server has the port, ours is about to end. */
function answers(port: number, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openSocket({ host: '127.0.0.1', port }).setEncoding('utf8').setTimeout(GREETS_WITHIN_MS);
    socket.once('data', (greeting: string) => {
      resolve(greeting.includes(name));
      socket.destroy();
    });
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

function onMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
