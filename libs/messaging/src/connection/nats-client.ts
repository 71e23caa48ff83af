import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  connect,
  Events,
  headers,
  type JetStreamClient,
  type JetStreamManager,
  type NatsConnection,
  type SeqMsgRequest,
  type StoredMsg,
} from 'nats';
import {
  isDeleteFailed,
  isNotFound,
  MessagingUnavailableError,
  notConnected,
  translateError,
} from './jetstream-errors.js';
import { denied, isRefused, SIGN_IN_REFUSED } from './access-errors.js';
import type { Credentials } from './credentials.js';
import { StoreDisk } from './store-disk.js';

const PUBLISH_TIMEOUT_MS = 5_000;
const RECONNECT_WAIT_MS = 250;

/** How long a silent connection is kept before the client reconnects. */
export interface ConnectionTimes {
  /** Limit for the server's INFO and its first answer. */
  connectMs: number;
  /** Interval of pings; the connection is dropped after two unanswered ones. */
  pingMs: number;
}

/**
 * The client's defaults are 20 s and 2 min (nats 2.29.3). It waits all of the 20 s if the server is killed after its
 * INFO, and three times 2 min if the connection is half open, since a host that vanished does not close it.
 */
const TIMES: ConnectionTimes = { connectMs: 10_000, pingMs: 15_000 };

/** Each service checks at its start that what it needs is there. The account's own figures are not for services. */
const UNCHECKED = { checkAPI: false };

export interface NatsClientOptions {
  /** JetStream's store, if it is on this machine, so that errors can report a full disk. */
  storeDir?: string;
  times?: ConnectionTimes;
  credentials?: Credentials;
}

/** A message in a stream. */
export interface StoredMessage {
  subject: string;
  /** Stream sequence. */
  sequence: number;
  publishedAt: Date;
  data: Uint8Array;
  header(name: string): string | undefined;
}

/** The stream's acknowledgement of a published message. */
export interface Published {
  sequence: number;
  /** The stream already had a message with this id; `sequence` is that message's. */
  duplicate: boolean;
}

/** The process's connection to NATS. It reconnects by itself for as long as the process lives. */
@Injectable()
export class NatsClient implements OnApplicationShutdown {
  private readonly logger = new Logger('NATS');
  private connected = true;
  private unconfirmed = false;
  private readonly reconnectListeners = new Set<() => void>();
  /** What NATS has denied so far: each is logged once. */
  private readonly complaints = new Set<string>();

  private constructor(
    readonly connection: NatsConnection,
    readonly jetstream: JetStreamClient,
    readonly manager: JetStreamManager,
    private readonly disk: StoreDisk,
  ) {
    void this.logStatus();
  }

  /**
   * @param servers URLs, separated by commas
   * @param name of the connection in NATS's monitoring
   * @throws NatsAccessError if NATS refuses the credentials; MessagingUnavailableError
   */
  static async connect(
    servers: string,
    name: string,
    { storeDir = '', times = TIMES, credentials = {} }: NatsClientOptions = {},
  ): Promise<NatsClient> {
    try {
      const connection = await connect({
        servers: servers.split(',').map((server) => server.trim()),
        name,
        maxReconnectAttempts: -1,
        reconnectTimeWait: RECONNECT_WAIT_MS,
        timeout: times.connectMs,
        pingInterval: times.pingMs,
        maxPingOut: 2,
        // Credentials may be replaced on the server; the process then waits, and works on once they are valid again.
        ignoreAuthErrorAbort: true,
        // A stack for each request, in case that it fails, was an eighth of the CPU time of 5,000 retries.
        noAsyncTraces: true,
        ...credentials,
      });
      const manager = await connection.jetstreamManager(UNCHECKED);
      return new NatsClient(connection, connection.jetstream(UNCHECKED), manager, new StoreDisk(storeDir));
    } catch (error) {
      throw translateError(error);
    }
  }

  /**
   * Call it before each write. While disconnected the client buffers requests, and may send them after it has
   * reconnected, long after the caller saw them fail.
   *
   * @throws MessagingUnavailableError at once, while there is no connection
   */
  requireConnection(): void {
    if (!this.connected) throw notConnected();
  }

  get isConnected(): boolean {
    return this.connected;
  }

  /** Of the nats-server that it is connected to; null while it is not. */
  get serverVersion(): string | null {
    return this.connected ? (this.connection.info?.version ?? null) : null;
  }

  /** The stream did not acknowledge the last published message; JetStream may store nothing any more. */
  get isUnconfirmed(): boolean {
    return this.unconfirmed;
  }

  /** A problem with the disk of JetStream's store; null if there is none, or it is unknown. */
  get diskComplaint(): string | null {
    return this.disk.complaint;
  }

  /** See `translateError`. */
  translate(error: unknown): unknown {
    return translateError(error, { isConnected: this.connected, diskComplaint: this.diskComplaint });
  }

  get isClosing(): boolean {
    return this.connection.isClosed() || this.connection.isDraining();
  }

  /** Calls `listener` after each reconnect, until the returned function is called. */
  onReconnect(listener: () => void): () => void {
    this.reconnectListeners.add(listener);
    return () => this.reconnectListeners.delete(listener);
  }

  /** Resolves once the stream has stored the message. @throws QueueFullError, MessagingUnavailableError */
  async publish(
    subject: string,
    body: string,
    options: { messageId?: string; header?: Record<string, string> } = {},
  ): Promise<Published> {
    this.requireConnection();
    const head = headers();
    for (const [name, value] of Object.entries(options.header ?? {})) head.set(name, value);
    try {
      const ack = await this.jetstream.publish(subject, body, {
        headers: head,
        timeout: PUBLISH_TIMEOUT_MS,
        ...(options.messageId ? { msgID: options.messageId } : {}),
      });
      this.unconfirmed = false;
      return { sequence: ack.seq, duplicate: ack.duplicate };
    } catch (error) {
      const translated = this.translate(error);
      this.unconfirmed ||= translated instanceof MessagingUnavailableError;
      throw translated;
    }
  }

  /** The sequences of a stream's oldest and newest message; in an empty stream `first` is greater than `last`. */
  async storedRange(stream: string): Promise<{ first: number; last: number }> {
    try {
      const { state } = await this.manager.streams.info(stream);
      return { first: state.messages === 0 ? state.last_seq + 1 : state.first_seq, last: state.last_seq };
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** Whether the stream has a message with this sequence. */
  async holds(stream: string, sequence: number): Promise<boolean> {
    try {
      const { state } = await this.manager.streams.info(stream, { deleted_details: true });
      const isInside = state.messages > 0 && sequence >= state.first_seq && sequence <= state.last_seq;
      return isInside && !state.deleted?.includes(sequence);
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** How many messages a stream has. */
  async storedCount(stream: string): Promise<number> {
    try {
      return (await this.manager.streams.info(stream)).state.messages;
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** The message with this sequence; null if it is gone. */
  async stored(stream: string, sequence: number): Promise<StoredMessage | null> {
    try {
      return storedMessage(await this.manager.streams.getMessage(stream, { seq: sequence }));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw this.translate(error);
    }
  }

  /** The first message of the stream, or of one subject, at or after `sequence`; null if there is none. */
  async nextStored(stream: string, sequence: number, subject = '>'): Promise<StoredMessage | null> {
    try {
      // The server accepts both fields together (since 2.9); the client's types allow only one of them.
      const query = { seq: sequence, next_by_subj: subject } as SeqMsgRequest;
      return storedMessage(await this.manager.streams.getMessage(stream, query));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw this.translate(error);
    }
  }

  /** The sequence of a subject's newest message; 0 if there is none. */
  async lastSequence(stream: string, subject: string): Promise<number> {
    try {
      return (await this.manager.streams.getMessage(stream, { last_by_subj: subject })).seq;
    } catch (error) {
      if (isNotFound(error)) return 0;
      throw this.translate(error);
    }
  }

  /** The consumer's ack floor: all of its messages up to this stream sequence are acknowledged. */
  async ackFloor(stream: string, consumer: string): Promise<number> {
    try {
      return (await this.manager.consumers.info(stream, consumer)).ack_floor.stream_seq;
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** Deletes one message from the stream. Does nothing if it is gone already. */
  async deleteStored(stream: string, sequence: number): Promise<void> {
    this.requireConnection();
    try {
      await this.manager.streams.deleteMessage(stream, sequence);
    } catch (error) {
      // For a message that is gone the server reports just a failed deletion.
      const isGone = isNotFound(error) || (isDeleteFailed(error) && (await this.stored(stream, sequence)) === null);
      if (!isGone) throw this.translate(error);
    }
  }

  /** Drains the connection, then closes it. May be called twice. */
  async close(): Promise<void> {
    if (this.connection.isClosed()) return;
    if (this.connection.isDraining()) await this.connection.closed();
    else await this.connection.drain();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private complainOnce(complaint: string): void {
    if (this.complaints.has(complaint)) return;
    this.complaints.add(complaint);
    this.logger.error(complaint);
  }

  private async logStatus(): Promise<void> {
    for await (const { type, data, permissionContext } of this.connection.status()) {
      if (type === Events.Error && permissionContext) this.complainOnce(denied(permissionContext));
      if (type === Events.Error && typeof data === 'string' && isRefused(data)) this.complainOnce(SIGN_IN_REFUSED);
      if (type === Events.Reconnect) this.complaints.delete(SIGN_IN_REFUSED);
      if (type === Events.Disconnect) this.connected = false;
      if (type === Events.Reconnect) this.connected = true;
      if (type === Events.Disconnect) this.logger.warn('connection lost; reconnecting');
      if (type === Events.Reconnect) this.logger.log('reconnected');
      if (type === Events.Reconnect) for (const listener of this.reconnectListeners) listener();
    }
  }
}

function storedMessage(message: StoredMsg): StoredMessage {
  return {
    subject: message.subject,
    sequence: message.seq,
    publishedAt: message.time,
    data: message.data,
    header: (name) => message.header?.get(name) || undefined,
  };
}
