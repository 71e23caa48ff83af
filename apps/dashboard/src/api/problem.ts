/** What the gateway answers instead of data: RFC 9457, with its own additions. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  task_id?: string;
  needed_role?: string;
  errors?: { field: string; message: string }[];
}

/** A request failed. `status` is 0 where no answer came. */
export class ApiError extends Error {
  readonly status: number;

  constructor(
    readonly problem: Problem,
    /** When a request may be tried again, of a 429 or 503 that says so. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(problem.detail ?? failureText(problem));
    this.name = 'ApiError';
    this.status = problem.status;
  }

  /** The messages of single fields, for a form. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map(({ field, message }) => [field, message]));
  }
}

/** Where the gateway, or a proxy before it, says no more than a status. */
const failureText = ({ status, title }: Problem): string =>
  status >= 500
    ? `The gateway failed: HTTP ${[status, title].filter(Boolean).join(' ')}. Its log says why.`
    : title || `The gateway answered HTTP ${status}.`;

export const NO_ANSWER: Problem = { status: 0, detail: 'The gateway does not answer. It may be restarting.' };

export const isUnauthorized = (error: unknown): boolean => error instanceof ApiError && error.status === 401;
export const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.status === 404;
