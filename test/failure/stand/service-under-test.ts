import type { DatabaseRole } from '#rotunda/persistence';
import { ServiceProcess } from '#rotunda/testing';
import { type CutKind, CuttableProxy } from './cuttable-proxy.js';
import { knownAs } from './database-gates.js';
import type { NatsUnderTest, PostgresUnderTest, Victim } from './servers-under-test.js';

export interface ServiceOptions {
  /** `dist/apps/<app>` */
  app: string;
  /** Unique for each copy. */
  name: string;
  nats: NatsUnderTest;
  postgres: PostgresUnderTest;
  env: Record<string, string>;
}

/** A built service as a process, with its own proxies to NATS and Postgres, and a supervisor that restarts it. */
export class ServiceUnderTest implements Victim {
  private process: ServiceProcess | null = null;
  private starts = 0;
  /** The output of each of its processes, by label; even of those that were never ready. */
  private readonly printed = new Map<string, () => string>();
  /** Label of the running process: its name in the audit of writes. */
  label = '';
  private isWanted = false;
  private restarting: Promise<void> = Promise.resolve();
  /** Number of exits that the test did not cause. */
  collapses = 0;

  private constructor(
    private readonly options: ServiceOptions,
    readonly toNats: CuttableProxy,
    readonly toPostgres: CuttableProxy,
  ) {
    options.nats.connections.push(toNats);
    options.postgres.connections.push(toPostgres);
  }

  static async create(options: ServiceOptions): Promise<ServiceUnderTest> {
    const { nats, postgres } = options;
    const toNats = await CuttableProxy.start(() => nats.serverPort);
    return new ServiceUnderTest(options, toNats, await CuttableProxy.start(() => postgres.serverPort));
  }

  get name(): string {
    return this.options.name;
  }
  get url(): string {
    return this.process?.url ?? 'http://127.0.0.1:1';
  }
  get pid(): number | undefined {
    return this.process?.pid;
  }
  /** The logs of all its processes so far, by label. */
  get logs(): [label: string, log: string][] {
    return [...this.printed].map(([label, log]) => [label, log()]);
  }
  get log(): string {
    return this.logs.map(([, log]) => log).join('');
  }

  async start(): Promise<void> {
    this.isWanted = true;
    this.starts += 1;
    const label = `${this.name}.${this.starts}`;
    const started = await this.launch(label);
    this.label = label;
    this.process = started;
    void started.exited.then(() => this.onExit(started));
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.isWanted = false;
    await this.restarting;
    await this.process?.stop(signal);
  }

  /** Asks it to leave, and waits for as long as it takes. Nothing starts it again. @returns its exit code */
  async leave(ask: () => unknown): Promise<number | null> {
    const leaving = this.process!;
    this.isWanted = false;
    await ask();
    await leaving.exited;
    return leaving.stop();
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGHUP'): void {
    if (this.pid) process.kill(this.pid, signal);
  }
  get isCut(): boolean {
    return this.toNats.isCut && this.toPostgres.isCut;
  }
  cut(kind: CutKind): void {
    this.toNats.cut(kind);
    this.toPostgres.cut(kind);
  }
  heal(): void {
    this.toNats.heal();
    this.toPostgres.heal();
  }

  async remove(): Promise<void> {
    this.signal('SIGCONT');
    await this.end('SIGKILL');
    await Promise.all([this.toNats.stop(), this.toPostgres.stop()]);
  }

  private async launch(label: string): Promise<ServiceProcess> {
    try {
      const started = await ServiceProcess.start(this.options.app, {
        NATS_URL: `nats://127.0.0.1:${this.toNats.port}`,
        ...this.databaseSettings(label),
        ...this.options.nats.users.environment(this.options.app),
        ...this.options.env,
      });
      this.printed.set(label, () => started.log);
      return started;
    } catch (error) {
      // It may have done some work before it died; the error contains all that it printed.
      this.printed.set(label, () => String(error));
      throw error;
    }
  }

  /** As the role of its own. */
  private databaseSettings(label: string): Record<string, string> {
    const urlOf = (role: DatabaseRole): string => {
      const url = new URL(this.options.postgres.roleUrl(role));
      url.port = String(this.toPostgres.port);
      return knownAs(label, url.href);
    };
    if (this.options.app !== 'gateway') return { DATABASE_URL: urlOf('write') };
    return { DATABASE_URL: urlOf('gateway'), DATABASE_READ_URL: urlOf('read') };
  }

  /** Does what the supervisor does in production. */
  private onExit(ended: ServiceProcess): void {
    if (!this.isWanted || ended !== this.process) return;
    this.collapses += 1;
    this.restarting = this.startAgain();
  }

  private async startAgain(): Promise<void> {
    while (this.isWanted) {
      try {
        return await this.start();
      } catch {
        // What it needs may still be unavailable: a supervisor keeps trying.
      }
    }
  }
}
