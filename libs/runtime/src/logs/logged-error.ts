import { redactText } from './redaction.js';

/** An error as a log line has it. */
export interface LoggedError {
  type: string;
  message: string;
  stack?: string;
  /** E.g. ECONNREFUSED, or Postgres's 23505. */
  code?: string;
}

/** Only these fields: TypeORM's errors also have the parameters of the query. */
export function loggedError(error: Error): LoggedError {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: redactText(error.message),
    ...(error.stack !== undefined && { stack: redactText(stackWithCauses(error)) }),
    ...(typeof code === 'string' && { code }),
  };
}

/** Nest passes the stack instead of its error. */
export function errorOfStack(stack: string): LoggedError {
  const [, type = 'Error', message = ''] = /^(?:Uncaught )?([\w.$]+)?(?:: (.*))?/.exec(stack) ?? [];
  return { type, message: redactText(message), stack: redactText(stack) };
}

const MOST_CAUSES = 5;

function stackWithCauses(error: Error): string {
  const stacks: string[] = [];
  for (let at: unknown = error; at instanceof Error && stacks.length < MOST_CAUSES; at = at.cause) {
    stacks.push(at.stack ?? String(at));
  }
  return stacks.join('\ncaused by: ');
}
