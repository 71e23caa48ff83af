import { NatsServer, PostgresServer } from '#rotunda/embedded';
import { isDiskFull } from '#rotunda/runtime';
import type { KeyedUser } from '#rotunda/messaging';
import { SecretFiles, seedFile } from '../secrets/secret-files.js';
import type { Part, RunningPart } from './parts/part.js';
import type { StateFolder } from './state-folder.js';

type Say = (line: string) => void;

/** Our own Postgres; a restart keeps port and data. */
export class PostgresPart implements Part {
  readonly name = 'Postgres';
  private server: PostgresServer | undefined;

  constructor(
    private readonly folder: StateFolder,
    private readonly say: Say,
  ) {}

  /** Includes the password. */
  get url(): string {
    return this.server!.url;
  }

  /** For people: where it is, and which file holds the password. */
  get description(): string {
    const shown = new URL(this.url);
    shown.password = '';
    return `${shown.href} (password: ${this.server!.dataDir}.password)`;
  }

  async start(): Promise<RunningPart> {
    const port = this.server?.port;
    const server = await PostgresServer.start({
      dataDir: this.folder.postgres,
      log: this.say,
      ...(port !== undefined && { port }),
    });
    this.server = server;
    const exited = server.exited.then(() => `its log: ${server.dataDir}.log`);
    return { pid: server.pid, exited, stop: () => server.stop() };
  }
}

/**
 * Our own nats-server; a restart keeps port and data. Each service has its user; whoever comes without credentials, on
 * loopback, may do everything.
 */
export class NatsPart implements Part {
  readonly name = 'nats-server';
  private server: NatsServer | undefined;

  private constructor(
    private readonly folder: StateFolder,
    private readonly secrets: SecretFiles,
    private readonly users: string,
    private readonly say: Say,
  ) {}

  /** Makes the users' keys, if there are none yet. */
  static async create(folder: StateFolder, say: Say): Promise<NatsPart> {
    // Loaded late: with the client of NATS it takes half a second, in which Postgres starts.
    const { makeNatsUsers } = await import('../secrets/nats-secrets.js');
    const secrets = await SecretFiles.in(folder.secrets);
    return new NatsPart(folder, secrets, await makeNatsUsers(secrets, { isOpen: true }), say);
  }

  get url(): string {
    return this.server!.url;
  }

  /** How a user signs in: with a file, so that no key is in an environment. */
  settingsOf(user: KeyedUser): Record<string, string> {
    return { NATS_NKEY_SEED_FILE: this.secrets.path(seedFile(user)) };
  }

  async start(): Promise<RunningPart> {
    const port = this.server?.port;
    const server = await NatsServer.start({
      dataDir: this.folder.nats,
      extra: this.users,
      log: this.say,
      ...(port !== undefined && { port }),
    });
    this.server = server;
    const exited = server.exited.then(() => `its log: ${server.logFile}`);
    const answers = (withinMs: number): Promise<boolean> => server.answers(withinMs);
    return { pid: server.pid, exited, stop: () => server.stop(), answers };
  }

  hindrance(): string | null {
    const { nats } = this.folder;
    return isDiskFull(nats) ? `Its disk is full (${nats}). Free some space, and it will be restarted.` : null;
  }
}
