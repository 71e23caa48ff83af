import { ServiceProcess } from '#rotunda/testing';
import type { Page } from 'playwright';
import type { DashboardStack } from '../dashboard-stack.js';

type Role = 'look' | 'act' | 'admin';

/** A second gateway on the stack's NATS and Postgres, which asks for keys. */
export class KeyedGateway {
  private constructor(
    private readonly gateway: ServiceProcess,
    private readonly stack: DashboardStack,
  ) {}

  static async beside(stack: DashboardStack): Promise<KeyedGateway> {
    const secret = (name: string): string => `${stack.folder}/secrets/${name}`;
    const gateway = await ServiceProcess.start('gateway', {
      KEYS_REQUIRED: 'true',
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
      NATS_URL: /nats:\/\/\S+/.exec(stack.command.stdout)![0],
      NATS_NKEY_SEED_FILE: secret('gateway.nk'),
      DATABASE_URL_FILE: secret('database-gateway-url'),
      DATABASE_READ_URL_FILE: secret('database-read-url'),
    });
    return new KeyedGateway(gateway, stack);
  }

  get url(): string {
    return this.gateway.url;
  }

  /** Made by the stack's own gateway, where everyone may. */
  makeKey(role: Role): Promise<{ id: string; key: string }> {
    return this.stack.ask('keys', { name: `a test's ${role} key`, role });
  }

  async revoke(id: string): Promise<void> {
    await fetch(`${this.stack.url}/api/v1/keys/${id}`, { method: 'DELETE' });
  }

  async startCheck(key: string): Promise<string> {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(`${this.url}/api/v1/tasks/check/house`, { method: 'POST', headers });
    return ((await answer.json()) as { task_id: string }).task_id;
  }

  /** A browser of its own at a path, signed in with a key. */
  async open(path: string, key: string): Promise<Page> {
    const page = await this.stack.open(path, { baseURL: this.url });
    await this.signIn(page, key);
    return page;
  }

  async signIn(page: Page, key: string): Promise<void> {
    await page.getByLabel('Key', { exact: true }).fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
  }
}
