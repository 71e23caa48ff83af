import { HttpStatus } from '@nestjs/common';
import { InvalidWindowError } from '#rotunda/domain';
import { MessagingUnavailableError, NatsAccessError, NoRoomError, QueueFullError } from '#rotunda/messaging';
import {
  InvalidCorrectionError,
  InvalidCursorError,
  isDatabaseUnavailable,
  ReviewConflictError,
  UnknownReviewError,
} from '#rotunda/persistence';
import { DamagedScheduleError } from '#rotunda/tasks';
import { ProblemException } from './problem.js';

const RETRY_AFTER_OUTAGE_SECONDS = 5;
/** A full queue empties at the pace of scrapes, not of reconnects. */
const RETRY_AFTER_FULL_QUEUE_SECONDS = 60;

/** A command without a PubAck. NATS may still have it; the task's status shows whether it does. */
export const unconfirmedCommand = (taskId: string, cause: MessagingUnavailableError): ProblemException =>
  new ProblemException(
    HttpStatus.SERVICE_UNAVAILABLE,
    'nats-unavailable',
    `${cause.message} The command was sent but not confirmed: check task ${taskId} before you send it again, or send ` +
      'it with an Idempotency-Key.',
    { retryAfterSeconds: RETRY_AFTER_OUTAGE_SECONDS, taskId, cause },
  );

/** A group that is queued in part; the rest follows as soon as the queue has room. */
export const queueFullForGroup = (taskId: string, cause: QueueFullError): ProblemException =>
  new ProblemException(
    HttpStatus.SERVICE_UNAVAILABLE,
    'queue-full',
    `The command queue is full. Part of the command is queued as task ${taskId}, and the rest will follow: do not ` +
      'send it again, except with the same Idempotency-Key.',
    { retryAfterSeconds: RETRY_AFTER_FULL_QUEUE_SECONDS, taskId, cause },
  );

/** The libraries' errors as HTTP answers; null for an unexpected error. */
export function asProblem(error: unknown): ProblemException | null {
  if (error instanceof NoRoomError) {
    const more = { retryAfterSeconds: RETRY_AFTER_FULL_QUEUE_SECONDS, cause: error };
    return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, 'jetstream-full', error.message, more);
  }
  // Of its rights, not of a broken connection: the operator has to act, and until then the request may come again.
  if (error instanceof NatsAccessError) return unavailable('nats-denied', error.message, error);
  if (error instanceof MessagingUnavailableError) return unavailable('nats-unavailable', error.message, error);
  if (isDatabaseUnavailable(error)) {
    return unavailable('database-unavailable', 'Postgres does not answer; is it running? Try again shortly.', error);
  }
  if (error instanceof QueueFullError) {
    const more = { retryAfterSeconds: RETRY_AFTER_FULL_QUEUE_SECONDS, cause: error };
    return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, 'queue-full', error.message, more);
  }
  if (error instanceof InvalidCursorError) {
    const message = 'cursor must be the next_cursor of a page of this list; leave it out for the first page';
    return invalidFields(HttpStatus.BAD_REQUEST, [{ field: 'cursor', message }], error);
  }
  if (error instanceof InvalidWindowError) {
    return invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: error.field, message: error.message }], error);
  }
  if (error instanceof InvalidCorrectionError) {
    return invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, error.faults, error);
  }
  if (error instanceof ReviewConflictError) {
    return new ProblemException(HttpStatus.CONFLICT, 'review-conflict', `${error.message}.`, { cause: error });
  }
  if (error instanceof DamagedScheduleError) {
    return new ProblemException(HttpStatus.CONFLICT, 'damaged-schedule', error.message, { cause: error });
  }
  if (error instanceof UnknownReviewError) {
    const detail = `${error.message}; /api/v1/reviews lists all reviews.`;
    return new ProblemException(HttpStatus.NOT_FOUND, 'unknown-review', detail, { cause: error });
  }
  return null;
}

/** A well-formed request with invalid fields. */
export function invalidFields(
  status: HttpStatus.BAD_REQUEST | HttpStatus.UNPROCESSABLE_ENTITY,
  errors: { field: string; message: string }[],
  cause?: unknown,
): ProblemException {
  const sentences = errors.map(({ message }) => message.replace(/\.$/, '')).join('; ');
  return new ProblemException(status, 'invalid-fields', `${sentences}.`, { errors, cause });
}

function unavailable(kind: string, detail: string, cause: unknown): ProblemException {
  const more = { retryAfterSeconds: RETRY_AFTER_OUTAGE_SECONDS, cause };
  return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, kind, detail, more);
}
