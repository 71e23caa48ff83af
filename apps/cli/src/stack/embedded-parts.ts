import { NatsServer, PostgresServer } from '#rotunda/embedded';
import { isDiskFull } from '#rotunda/runtime';
import type { Part, RunningPart } from './parts/part.js';
import type { StateFolder } from './state-folder.js';

type Say = (line: string) => void;

/** Our own Postgres; after a restart it has the same port and data. */
export class PostgresPart implements Part {
  readonly name = 'Postgres';
  private server: PostgresServer | undefined;

  constructor(
    private readonly folder: StateFolder,
    private readonly say: Say,
  ) {}

  /** With its password. */
  get url(): string {
    return this.server!.url;
  }

  /** What to tell people: where it is, and in which file the password stands. */
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

/** Our own nats-server; after a restart it has the same port and data. */
export class NatsPart implements Part {
  readonly name = 'nats-server';
  private server: NatsServer | undefined;

  constructor(
    private readonly folder: StateFolder,
    private readonly say: Say,
  ) {}

  get url(): string {
    return this.server!.url;
  }

  async start(): Promise<RunningPart> {
    const port = this.server?.port;
    const server = await NatsServer.start({
      dataDir: this.folder.nats,
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
    return isDiskFull(nats) ? `Its disk is full (${nats}): make room there, and it is started again.` : null;
  }
}
