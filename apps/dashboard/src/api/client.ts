import createClient, { type Middleware } from 'openapi-fetch';
import { ApiError, NO_ANSWER, type Problem } from './problem.js';
import type { paths } from './schema.js';

const UNAUTHORIZED = 401;
const SIGN_IN_PATH = '/api/v1/session';

/** Called when the gateway does not know us any more: the session expired, or its key was revoked. */
let onSignedOut: () => void = () => {};
export const whenSignedOut = (handler: () => void): void => {
  onSignedOut = handler;
};

const errors: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (response.ok) return undefined;
    if (response.status === UNAUTHORIZED && schemaPath !== SIGN_IN_PATH) onSignedOut();
    throw new ApiError(await problemOf(response), retryAfterOf(response));
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : new ApiError(NO_ANSWER);
  },
};

async function problemOf(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isProblem ? await response.json().catch(() => null) : null;
  return { title: response.statusText, ...(body as Problem | null), status: response.status };
}

/** The gateway gives seconds, never a date. */
const retryAfterOf = ({ headers }: Response): number | null => Number(headers.get('retry-after')) || null;

const client = createClient<paths>({
  baseUrl: window.location.origin,
  // Several values have commas between them.
  querySerializer: { array: { style: 'form', explode: false } },
});
client.use(errors);

/**
 * The gateway's API with the types of its OpenAPI document. A promise of it ends with `data`, or fails with an ApiError.
 */
export const api = client;

/** The answer itself. */
export async function answer<T>(request: Promise<{ data?: T }>): Promise<T> {
  const { data } = await request;
  return data as T;
}
