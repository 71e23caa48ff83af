import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NatsServer, PostgresServer } from '#rotunda/embedded';
import { eventually, NatsUsers, refuseDenials } from '#rotunda/testing';
import type { DatabaseRole } from '#rotunda/persistence';
import type { CutKind } from './cuttable-proxy.js';
import { HANGS_AFTER_MS } from './timing.js';

const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));

const SETTINGS = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '200' };

/** A process that faults can strike. */
export interface Victim {
  readonly name: string;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  start(): Promise<void>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> | void;
  readonly isCut: boolean;
  cut(kind: CutKind): void;
  heal(): void;
}

type Connection = Pick<Victim, 'isCut' | 'cut' | 'heal'>;

/** The services' connections to a server, cut all at once. */
class Connected {
  readonly connections: Connection[] = [];

  get isCut(): boolean {
    return this.connections.every(({ isCut }) => isCut);
  }
  cut(kind: CutKind): void {
    this.connections.forEach((connection) => connection.cut(kind));
  }
  heal(): void {
    this.connections.forEach((connection) => connection.heal());
  }
}

/** A nats-server that can be killed, and started again on the same port and data. */
export class NatsUnderTest extends Connected implements Victim {
  readonly name = 'nats-server';
  readonly users = new NatsUsers();
  private server!: NatsServer;
  private port: number | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly command: string,
  ) {
    super();
  }

  get url(): string {
    return this.server.url;
  }
  get serverPort(): number {
    return this.server.port;
  }
  get logFile(): string {
    return this.server.logFile;
  }

  async start(): Promise<void> {
    const { dataDir, command, port, users } = this;
    this.server = await NatsServer.start({ dataDir, command, extra: users.file, ...(port ? { port } : {}) });
    this.port = this.server.port;
  }
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    return this.server.stop(signal);
  }
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    process.kill(this.server.pid, signal);
  }
}

/** The same for Postgres. */
export class PostgresUnderTest extends Connected implements Victim {
  readonly name = 'Postgres';
  private server!: PostgresServer;
  private port: number | undefined;

  constructor(private readonly dataDir: string) {
    super();
  }

  get url(): string {
    return this.server.url;
  }
  get serverPort(): number {
    return this.server.port;
  }
  /** The database as a role, which the set-up makes. */
  roleUrl(role: DatabaseRole): string {
    const url = new URL(this.url);
    url.username = `rotunda_${role}`;
    url.password = `${role}-password`;
    return url.href;
  }
  /** The settings of the set-up. */
  get settings(): Record<string, string> {
    return {
      DATABASE_URL: this.url,
      DATABASE_WRITE_URL: this.roleUrl('write'),
      DATABASE_GATEWAY_URL: this.roleUrl('gateway'),
      DATABASE_READ_URL: this.roleUrl('read'),
    };
  }
  get actualDataDir(): string {
    return this.server.dataDir;
  }

  /** When a postmaster is killed, its backends end a moment later; until then it does not start. */
  async start(): Promise<void> {
    const { dataDir, port } = this;
    let refusal: unknown;
    const launch = async (): Promise<PostgresServer | null> =>
      PostgresServer.start({ dataDir, settings: SETTINGS, ...(port ? { port } : {}) }).catch((error: unknown) => {
        refusal = error;
        return null;
      });
    this.server = await eventually('Postgres to start', launch, HANGS_AFTER_MS).catch((error: Error) => {
      throw new Error(`${error.message}: ${String(refusal)}`, { cause: refusal });
    });
    this.port = this.server.port;
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (signal === 'SIGTERM') return this.server.stop();
    process.kill(this.server.pid, 'SIGKILL');
    await this.server.exited;
  }

  /** Each connection has its own process, a child of the postmaster. */
  async signal(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
    const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
    const pids = pairs.flatMap(([pid, parent]) => (pid && parent === this.server.pid ? [pid] : []));
    for (const pid of [this.server.pid, ...pids]) kill(pid, signal);
  }
}

export interface Servers {
  /** Holds the data of both. */
  folder: string;
  nats: NatsUnderTest;
  postgres: PostgresUnderTest;
}

/** Runs the set-up on both, as built. @param env further settings of it */
export async function setUpServers({ nats, postgres }: Omit<Servers, 'folder'>, env: Record<string, string>) {
  const settings = { NATS_URL: nats.url, ...nats.users.environment('setup'), ...postgres.settings };
  await run(process.execPath, [CLI, 'setup'], { env: { ...process.env, ...settings, ...env } });
}

/** Ends both and deletes their data. @throws Error if NATS denied somebody something */
export async function endServers({ folder, nats, postgres }: Servers): Promise<void> {
  await Promise.all([nats.end('SIGKILL'), postgres.end('SIGTERM')]);
  await refuseDenials(nats.logFile);
  await rm(folder, { recursive: true, force: true });
  // Root's Postgres may have its data where its own user gets in.
  const elsewhere = dirname(postgres.actualDataDir);
  if (elsewhere !== folder) await rm(elsewhere, { recursive: true, force: true });
}

/** A backend may have ended since it was listed. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
