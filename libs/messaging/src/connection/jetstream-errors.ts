import { TASK_ERROR_CODES, type TaskErrorCode } from '#rotunda/contracts';
import { ErrorCode, NatsError } from 'nats';
import { accessErrorOf } from './access-errors.js';

/** JetStream's error codes (nats-server, server/errors.json). */
const WRONG_LAST_SEQUENCE = 10071;
const NO_MESSAGE_FOUND = 10037;
const STREAM_NOT_FOUND = 10059;
const CONSUMER_NOT_FOUND = 10014;
const STREAM_STORE_FAILED = 10077;
const MESSAGE_DELETE_FAILED = 10057;
const NO_ROOM: ReadonlySet<number> = new Set([
  10002, // resource limits exceeded for account
  10023, // insufficient resources: on publishing
  10028, // insufficient memory resources available
  10047, // insufficient storage resources available
]);

/** NATS can't be reached, or did not answer. */
export class MessagingUnavailableError extends Error {
  override readonly name: TaskErrorCode = TASK_ERROR_CODES.messagingUnavailable;
  /** True if the request was sent and its outcome is unknown; false if it was never sent. */
  readonly mayHaveArrived: boolean;

  constructor(
    message: string,
    { mayHaveArrived = true, ...options }: ErrorOptions & { mayHaveArrived?: boolean } = {},
  ) {
    super(message, options);
    this.mayHaveArrived = mayHaveArrived;
  }
}

const AT_ITS_LIMIT =
  'JetStream has no room (storage or memory limit) and stored nothing: raise its limits or delete data.';
const DISK_IS_FULL = "The disk of nats-server's store is full: free space there, and work continues by itself.";

/** The whole server or its disk is full, not one stream. It is treated like an outage: callers wait. */
export class NoRoomError extends MessagingUnavailableError {
  override readonly name = TASK_ERROR_CODES.noRoom;

  constructor(
    message = AT_ITS_LIMIT,
    { mayHaveArrived = false, ...options }: ErrorOptions & { mayHaveArrived?: boolean } = {},
  ) {
    super(message, { ...options, mayHaveArrived });
  }
}

const UNAVAILABLE = 'NATS does not answer; is nats-server running, with JetStream?';
/** nats-server 2.9 does not answer at all once its disk is full, but keeps its connections. */
const SILENT = 'nats-server is connected, but JetStream does not answer; is the disk of its store full? See its log.';

/** Without a connection the client would buffer the request, and might send it after its caller saw it fail. */
export const notConnected = (): MessagingUnavailableError =>
  new MessagingUnavailableError(UNAVAILABLE, { mayHaveArrived: false });

/** For a read: it does not matter whether the request arrived. */
export const noAnswer = (): MessagingUnavailableError => new MessagingUnavailableError(UNAVAILABLE);

/** The command queue is full and stored nothing. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

const apiCode = (error: unknown): number | undefined =>
  error instanceof NatsError ? error.api_error?.err_code : undefined;

/** A compare-and-set failed: the entry was changed in between, or exists already. */
export const isRevisionConflict = (error: unknown): boolean => apiCode(error) === WRONG_LAST_SEQUENCE;

export const isNotFound = (error: unknown): boolean =>
  [NO_MESSAGE_FOUND, STREAM_NOT_FOUND, CONSUMER_NOT_FOUND].includes(apiCode(error) ?? 0) ||
  (error instanceof NatsError && error.api_error?.code === 404);

export const isDeleteFailed = (error: unknown): boolean => apiCode(error) === MESSAGE_DELETE_FAILED;

/** The stream has `deny_delete`. All failed deletions share the code, hence the text. */
export const isDeleteDenied = (error: unknown): boolean =>
  isDeleteFailed(error) && /not permitted/i.test((error as NatsError).api_error?.description ?? '');

/** Other store errors, such as duplicates, share the code, hence the text. */
export const isQueueFull = (error: unknown): boolean =>
  error instanceof NatsError &&
  apiCode(error) === STREAM_STORE_FAILED &&
  /maximum (bytes|messages)/i.test(error.api_error?.description ?? '');

const hasNoRoom = (error: unknown): boolean => NO_ROOM.has(apiCode(error) ?? 0);

/** The operating system's text, which JetStream passes on under one of its general codes. */
const hasFullDisk = (error: unknown): boolean =>
  error instanceof NatsError && /no space left on device/i.test(error.api_error?.description ?? error.message);

const UNREACHABLE: ReadonlySet<string> = new Set([
  ErrorCode.Timeout,
  ErrorCode.NoResponders,
  ErrorCode.ConnectionClosed,
  ErrorCode.ConnectionDraining,
  ErrorCode.ConnectionRefused,
  ErrorCode.ConnectionTimeout,
  ErrorCode.Disconnect,
  ErrorCode.JetStreamNotEnabled,
]);

const isUnreachable = (error: unknown): boolean => error instanceof NatsError && UNREACHABLE.has(error.code);

export interface Circumstances {
  isConnected: boolean;
  /** A problem with the disk of JetStream's store, if known. */
  diskComplaint: string | null;
}

const UNKNOWN: Circumstances = { isConnected: false, diskComplaint: null };

/**
 * Turns client errors after which the caller should wait and retry, and those that the operator must settle, into ours;
 * returns others unchanged.
 */
export function translateError(error: unknown, { isConnected, diskComplaint }: Circumstances = UNKNOWN): unknown {
  if (isQueueFull(error)) {
    return new QueueFullError('The command queue is full; try again once some commands are done.', { cause: error });
  }
  // The client reports some of these as "JetStream not enabled", which has the same status 503.
  if (hasFullDisk(error)) return new NoRoomError(DISK_IS_FULL, { cause: error });
  if (hasNoRoom(error)) return new NoRoomError(AT_ITS_LIMIT, { cause: error });
  if (isUnreachable(error)) {
    const mayHaveArrived = (error as NatsError).code !== (ErrorCode.NoResponders as string);
    if (diskComplaint !== null) return new NoRoomError(diskComplaint, { cause: error, mayHaveArrived });
    return new MessagingUnavailableError(isConnected ? SILENT : UNAVAILABLE, { cause: error, mayHaveArrived });
  }
  return accessErrorOf(error) ?? error;
}
