import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { connect as openSocket } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { jetStreamAnswers } from './jetstream-answer.js';
import { stopLeftoverNats } from './nats-leftover.js';
import { tellServerProcess } from '../server-processes.js';
import { withoutNatsVariables } from '../shell-settings.js';

/** Against hanging only: a large store on a slow disk is read first. One that ends is noticed at once. */
const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 20;
const GREETS_WITHIN_MS = 5_000;
/** JetStream's files are on the disk within a second or two; what hangs would go on for ever. */
const STOPS_WITHIN_MS = 10_000;

export interface NatsServerOptions {
  /** JetStream's store, the configuration, the pid file and the log are kept here. */
  dataDir: string;
  /** A free one where it is not set. */
  port?: number;
  /** Which program to run. */
  command?: string;
  /** How much JetStream may keep, as nats-server writes it. */
  maxFileStore?: string;
  /** Is told what happens around the server; its own lines are in `<dataDir>/nats-server.log`. */
  log?: (line: string) => void;
}

/** A real nats-server with JetStream on loopback, for `npm start` and for tests. */
export class NatsServer {
  private constructor(
    readonly port: number,
    /** What the server says of itself; that of the run before is kept beside it as `.1`. */
    readonly logFile: string,
    private readonly process: ChildProcess,
    /** Ends with the process: a supervisor that did not call `stop()` sees here that nats-server died. */
    readonly exited: Promise<void>,
  ) {}

  /** @throws Error with the name of its log where it does not come up */
  static async start(options: NatsServerOptions): Promise<NatsServer> {
    const { dataDir, port, command = 'nats-server', maxFileStore = '4GB', log } = options;
    // Absolute, so that the command line tells this server from one that another folder's run left behind.
    const folder = resolve(dataDir);
    await mkdir(folder, { recursive: true });
    const config = join(folder, 'nats-server.conf');
    await stopLeftoverNats(pidFile(folder), config, log ?? (() => undefined));
    const chosen = port ?? (await freePort());
    const logFile = join(folder, 'nats-server.log');
    await rename(logFile, `${logFile}.1`).catch(onMissing);
    const name = `rotunda-${randomUUID()}`;
    await writeFile(config, configuration({ folder, port: chosen, logFile, name, maxFileStore }));
    // In a process group of its own, a Ctrl-C in the terminal does not end it before the services that need it.
    // It logs to a file and not to a pipe, because it may outlive us.
    const child = spawn(command, ['-c', config], { stdio: 'ignore', detached: true, env: withoutNatsVariables() });
    const { failed, exited } = watch(child);
    tellServerProcess(child);
    const server = new NatsServer(chosen, logFile, child, exited);
    await server.ready(command, name, failed);
    return server;
  }

  /** Ends the server that a killed run left behind on this data, if there is one. */
  static async stopLeftBehind(dataDir: string, log: (line: string) => void = () => undefined): Promise<void> {
    const folder = resolve(dataDir);
    await stopLeftoverNats(pidFile(folder), join(folder, 'nats-server.conf'), log);
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** Whether JetStream answers within so long; a process that lives can be silent. */
  answers(withinMs: number): Promise<boolean> {
    return jetStreamAnswers(this.port, withinMs);
  }

  /**
   * Orderly, so that JetStream's files are whole; may be called twice. One that does not heed the signal in time is
   * killed: nats-server 2.9 hung so after its disk had been full, and lost nothing that it had confirmed.
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

/** A program that can't be started has no exit, only an error. */
function watch(child: ChildProcess): { failed: Promise<Error>; exited: Promise<void> } {
  const failed = new Promise<Error>((tell) => child.once('error', tell));
  const exited = new Promise<void>((tell) => child.once('exit', () => tell()));
  return { failed, exited };
}

interface Configuration {
  folder: string;
  port: number;
  logFile: string;
  name: string;
  maxFileStore: string;
}

const pidFile = (folder: string): string => join(folder, 'nats-server.pid');

function configuration({ folder, port, logFile, name, maxFileStore }: Configuration): string {
  return [
    'host: "127.0.0.1"',
    `port: ${port}`,
    `server_name: ${JSON.stringify(name)}`,
    `pid_file: ${JSON.stringify(pidFile(folder))}`,
    `log_file: ${JSON.stringify(logFile)}`,
    `jetstream { store_dir: ${JSON.stringify(folder)}, max_file_store: ${maxFileStore}, max_memory_store: 64MB }`,
    '',
  ].join('\n');
}

/** Whether the server of this name greets there; another one on the port is not ours, which is about to end. */
function answers(port: number, name: string): Promise<boolean> {
  return new Promise((tell) => {
    const socket = openSocket({ host: '127.0.0.1', port }).setEncoding('utf8').setTimeout(GREETS_WITHIN_MS);
    socket.once('data', (greeting: string) => {
      tell(greeting.includes(name));
      socket.destroy();
    });
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => tell(false));
    socket.once('close', () => tell(false));
  });
}

function onMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
