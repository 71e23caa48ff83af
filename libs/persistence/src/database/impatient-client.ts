import { Client } from 'pg';

/** pg's message; the error has neither a class nor a code. */
const QUERY_TIMEOUT = 'Query read timeout';

/**
 * A connection that closes itself when a query gets no answer in time. pg would leave it in the pool, where each
 * further query would wait behind the first for as long again.
 */
export class ImpatientClient extends Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- pg's overloads: promises, callbacks and streams
  override query(...args: [any, any?, any?]): any {
    const answer: unknown = super.query(...args);
    if (answer instanceof Promise) answer.catch((error: unknown) => this.endAfter(error));
    return answer;
  }

  private endAfter(error: unknown): void {
    if (error instanceof Error && error.message === QUERY_TIMEOUT) void this.end();
  }
}
