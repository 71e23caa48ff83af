import type { INestApplicationContext } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BUCKETS, type ScheduleState, type TaskState, type WorkerState } from '#rotunda/contracts';
import { KvBucket, type NatsClient } from '#rotunda/messaging';
import { PersistenceModule } from '#rotunda/persistence';
import { CLOCK, readConfiguration } from '#rotunda/runtime';
import {
  createTestDatabase,
  databaseRoles,
  gatewayDatabase,
  startTestNats,
  type TestDatabase,
  type TestNats,
} from '#rotunda/testing';
import type { InjectOptions, LightMyRequestResponse, RouteOptions } from 'fastify';
import { expect } from 'vitest';
import { settings } from '../src/config.js';
import { GatewayModule } from '../src/gateway.module.js';
import { prepareGateway } from '../src/http/server/prepare-gateway.js';
import { serverOptions } from '../src/http/server/server-options.js';

export interface Answer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- JSON of any shape; each test says what it expects
  body: any;
}

/** The gateway as in production, with a nats-server and a database of its own. */
export class GatewayUnderTest {
  /** What its clock shows; null for the real time. */
  now: Date | null = null;

  private constructor(
    readonly nats: TestNats,
    readonly tasks: KvBucket<TaskState>,
    readonly workers: KvBucket<WorkerState>,
    readonly schedules: KvBucket<ScheduleState>,
    /** The repositories as the owner of the tables, to store what scrapers and set-up store. */
    readonly owner: INestApplicationContext,
    private readonly database: { drop(): Promise<void> },
  ) {}

  private env: Record<string, string> = {};
  private app!: NestFastifyApplication;
  url!: string;

  static async start(
    env: Record<string, string> = {},
    throughProxy: (databaseUrl: string) => Promise<string> = (url) => Promise.resolve(url),
    throughNatsProxy: (natsUrl: string) => Promise<string> = (url) => Promise.resolve(url),
  ): Promise<GatewayUnderTest> {
    const nats = await startTestNats();
    const database = await createTestDatabase();
    const gateway = await GatewayUnderTest.of(nats, database);
    const roles = await databaseRoles(database.url);
    const DATABASE_URL = await throughProxy(roles.gateway);
    const reading = new URL(roles.read);
    reading.port = new URL(DATABASE_URL).port;
    const NATS_URL = await throughNatsProxy(nats.server.url);
    const rights = nats.users.environment('gateway');
    const ofDatabase = { DATABASE_URL, DATABASE_READ_URL: reading.href, DATABASE_POOL_SIZE: '3' };
    await gateway.listen({ NATS_URL, ...rights, ...ofDatabase, ...env });
    return gateway;
  }

  /** On the NATS and database of others, which stay when it stops. */
  static async on({ nats, database }: { nats: TestNats; database: { url: string } }): Promise<GatewayUnderTest> {
    const lent = { ...nats, stop: async () => {} };
    const gateway = await GatewayUnderTest.of(lent, { url: database.url, drop: async () => {} });
    const roles = await databaseRoles(database.url);
    const rights = nats.users.environment('gateway');
    await gateway.listen({ NATS_URL: nats.server.url, ...rights, ...gatewayDatabase(roles), DATABASE_POOL_SIZE: '3' });
    return gateway;
  }

  private static async of(nats: TestNats, database: TestDatabase): Promise<GatewayUnderTest> {
    const owner = await ownerOf(database.url);
    return new GatewayUnderTest(
      nats,
      await KvBucket.open(nats.client, BUCKETS.tasks),
      await KvBucket.open(nats.client, BUCKETS.workers),
      await KvBucket.open(nats.client, BUCKETS.schedules),
      owner,
      { drop: () => owner.close().then(() => database.drop()) },
    );
  }

  /** A second gateway on the same NATS and database, which stay when it stops. */
  static async beside(first: GatewayUnderTest): Promise<GatewayUnderTest> {
    const { nats, tasks, workers, schedules, owner, env } = first;
    const nobodys = { ...nats, stop: async () => {} };
    const second = new GatewayUnderTest(nobodys, tasks, workers, schedules, owner, { drop: async () => {} });
    await second.listen(env);
    return second;
  }

  /** All of its routes, also those of the documentation. */
  readonly routes: RouteOptions[] = [];

  /** As `fetch`, without a socket, and from any address. */
  inject(request: InjectOptions): Promise<LightMyRequestResponse> {
    return this.app.getHttpAdapter().getInstance().inject(request);
  }

  get client(): NatsClient {
    return this.nats.client;
  }

  get context(): INestApplicationContext {
    return this.app;
  }

  private async listen(env: Record<string, string>): Promise<void> {
    this.env = env;
    // A kept answer may be older by the moment that a notification of Postgres takes.
    const config = readConfiguration(settings, { ANSWER_CACHE_MB: '0', ...env });
    const module = await Test.createTestingModule({ imports: [GatewayModule.forRoot(config)] })
      .overrideProvider(CLOCK)
      .useValue(() => this.now ?? new Date())
      .compile();
    // As startService makes it.
    const adapter = new FastifyAdapter({ ...serverOptions(config), forceCloseConnections: true, bodyLimit: 64 * 1024 });
    this.app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
    adapter.getInstance().addHook('onRoute', (route) => void this.routes.push(route));
    await prepareGateway(this.app);
    await this.app.listen(0, '127.0.0.1');
    this.url = await this.app.getUrl();
  }

  /** As after an update: what was stored is there, at another URL. */
  async restart(): Promise<void> {
    await this.app.close();
    await this.listen(this.env);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.nats.stop();
    await this.database.drop();
  }

  get(path: string): Promise<Answer> {
    return this.ask(`/api/v1/${path}`);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(`/api/v1/${path}`, {
      method: 'POST',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    });
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(this.url + path, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }
}

/** The repositories as the owner of the tables. */
export const ownerOf = async (databaseUrl: string): Promise<INestApplicationContext> => {
  const persistence = PersistenceModule.forRoot({ databaseUrl, poolSize: 2, applicationName: 'owner' });
  return (await Test.createTestingModule({ imports: [persistence] }).compile()).init();
};

/** An error has this one form, and says what is wrong and what to do. */
export function expectProblem({ status, headers, body }: Answer, wanted: number, detail: RegExp): void {
  expect({ status, detail: body.detail }).toEqual({ status: wanted, detail: expect.stringMatching(detail) });
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status: wanted,
    instance: expect.stringMatching(/^\//),
  });
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\bat .*\.ts:/);
}
