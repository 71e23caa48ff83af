import { TASK_ERROR_CODES, type TaskErrorCode } from '#rotunda/contracts';
import { ErrorCode, NatsError } from 'nats';

/** JetStream's error codes, as the server numbers them (nats-server, server/errors.json). */
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

/** NATS can't be asked, or did not answer. */
export class MessagingUnavailableError extends Error {
  override readonly name: TaskErrorCode = TASK_ERROR_CODES.messagingUnavailable;
  /** True where the request went out and nothing is known of what became of it; false where it was never sent. */
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
  'JetStream has no room (storage or memory limit): give nats-server more, or remove something; nothing was accepted.';
const DISK_IS_FULL = "The disk of nats-server's store is full: make room there; work goes on by itself then.";

/** The whole server is at its limit, or its disk, not one stream. Whoever waits for NATS waits for room as well. */
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
/** nats-server 2.9 says nothing at all once its disk is full, though its connections stay. */
const SILENT =
  'JetStream does not answer, though nats-server is there; is the disk of its store full? Its log says so.';

/** Without a connection the client would keep the request, and might send it after its caller was told that it failed. */
export const notConnected = (): MessagingUnavailableError =>
  new MessagingUnavailableError(UNAVAILABLE, { mayHaveArrived: false });

/** To a question: whether it arrived matters to nobody. */
export const noAnswer = (): MessagingUnavailableError => new MessagingUnavailableError(UNAVAILABLE);

/** The command queue is at its limit and took nothing. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

const apiCode = (error: unknown): number | undefined =>
  error instanceof NatsError ? error.api_error?.err_code : undefined;

/** A compare-and-set lost: somebody changed the entry in between, or it exists already. */
export const isRevisionConflict = (error: unknown): boolean => apiCode(error) === WRONG_LAST_SEQUENCE;

export const isNotFound = (error: unknown): boolean =>
  [NO_MESSAGE_FOUND, STREAM_NOT_FOUND, CONSUMER_NOT_FOUND].includes(apiCode(error) ?? 0) ||
  (error instanceof NatsError && error.api_error?.code === 404);

export const isDeleteFailed = (error: unknown): boolean => apiCode(error) === MESSAGE_DELETE_FAILED;

/** The stream was made with `deny_delete`. The code is that of every failed deletion, hence the text. */
export const isDeleteDenied = (error: unknown): boolean =>
  isDeleteFailed(error) && /not permitted/i.test((error as NatsError).api_error?.description ?? '');

/** Duplicates share the code, hence the text. */
export const isQueueFull = (error: unknown): boolean =>
  error instanceof NatsError &&
  apiCode(error) === STREAM_STORE_FAILED &&
  /maximum (bytes|messages)/i.test(error.api_error?.description ?? '');

const hasNoRoom = (error: unknown): boolean => NO_ROOM.has(apiCode(error) ?? 0);

/** The system's own words, which JetStream hands on under one of its general codes. */
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
  /** What is wrong with the disk of JetStream's store, if that is known. */
  diskComplaint: string | null;
}

const UNKNOWN: Circumstances = { isConnected: false, diskComplaint: null };

/** The client's error as one of ours where it means that the caller should wait and try again; else as it is. */
export function translateError(error: unknown, { isConnected, diskComplaint }: Circumstances = UNKNOWN): unknown {
  if (isQueueFull(error)) {
    return new QueueFullError('The command queue is full; try again when some commands are done.', { cause: error });
  }
  // The client calls some of these "no JetStream": they share its status 503.
  if (hasFullDisk(error)) return new NoRoomError(DISK_IS_FULL, { cause: error });
  if (hasNoRoom(error)) return new NoRoomError(AT_ITS_LIMIT, { cause: error });
  if (isUnreachable(error)) {
    const mayHaveArrived = (error as NatsError).code !== (ErrorCode.NoResponders as string);
    if (diskComplaint !== null) return new NoRoomError(diskComplaint, { cause: error, mayHaveArrived });
    return new MessagingUnavailableError(isConnected ? SILENT : UNAVAILABLE, { cause: error, mayHaveArrived });
  }
  return error;
}
