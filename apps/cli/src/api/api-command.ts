import { Terminal } from '../terminal.js';
import { ApiError, RotundaApi } from './rotunda-api.js';

/** What verbs that ask a gateway have in common. */
export abstract class ApiCommand {
  protected readonly api: RotundaApi;

  constructor(
    gateway: string,
    protected readonly terminal = new Terminal(),
  ) {
    this.api = new RotundaApi(gateway.replace(/\/+$/, ''));
  }

  protected post<T>(path: string, body: object): Promise<T> {
    return this.api.ask<T>(path, { method: 'POST', ...json(body) });
  }

  /**
   * What the gateway says of an error is written for people; where there is none, it says how to get one.
   *
   * @returns the exit code
   */
  protected async run(work: () => Promise<number | void>): Promise<number> {
    try {
      return (await work()) ?? 0;
    } catch (error) {
      this.terminal.warn(`rotunda: ${this.describe(error)}`);
      return 1;
    }
  }

  private describe(error: unknown): string {
    if (error instanceof ApiError) return error.detail;
    if (error instanceof TypeError && error.message === 'fetch failed') {
      return `no gateway answers at ${this.api.gateway}; start one with "rotunda start", or name it with --gateway`;
    }
    return error instanceof Error ? error.message : String(error);
  }
}

/** The part of a request that sends an object. */
export const json = (body: object): { headers: Record<string, string>; body: string } => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Ids come from the command line; a `/` in one must not make another request of it. */
export const segment = (text: string): string => encodeURIComponent(text);
