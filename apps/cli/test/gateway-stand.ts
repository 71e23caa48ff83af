import {
  createTestDatabase,
  databaseRoles,
  gatewayDatabase,
  ServiceProcess,
  startTestNats,
  type TestDatabase,
  type TestNats,
} from '#rotunda/testing';

/** A built gateway with a NATS and a Postgres of its own. */
export class GatewayStand {
  private constructor(
    readonly nats: TestNats,
    private readonly database: TestDatabase,
    private gateway: ServiceProcess,
  ) {}

  static async start(): Promise<GatewayStand> {
    const [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    return new GatewayStand(nats, database, await startGateway(nats, database));
  }

  get url(): string {
    return this.gateway.url;
  }

  /** As after an update: what was stored is there, at another URL. */
  async restart(): Promise<void> {
    await this.gateway.stop();
    this.gateway = await startGateway(this.nats, this.database);
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.nats.stop();
    await this.database.drop();
  }
}

const startGateway = async (nats: TestNats, database: TestDatabase): Promise<ServiceProcess> =>
  ServiceProcess.start('gateway', {
    NATS_URL: nats.server.url,
    ...gatewayDatabase(await databaseRoles(database.url)),
  });
