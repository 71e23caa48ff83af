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
import { StoreDisk } from './store-disk.js';

const PUBLISH_TIMEOUT_MS = 5_000;
const RECONNECT_WAIT_MS = 250;

/** When a connection that says nothing is given up, and made anew. */
export interface ConnectionTimes {
  /** For the server's greeting and its first answer. */
  connectMs: number;
  /** The connection is given up when two pings were not answered. */
  pingMs: number;
}

/**
 * The client's own are 20 s and 2 min (nats 2.29.3). It waits out the first also where a server is killed after its
 * greeting, and the second, three times, where a connection is half open: a host that is gone sends no end.
 */
const TIMES: ConnectionTimes = { connectMs: 10_000, pingMs: 15_000 };

/** A message as the stream keeps it. */
export interface StoredMessage {
  subject: string;
  /** Its place in the stream. */
  sequence: number;
  publishedAt: Date;
  data: Uint8Array;
  header(name: string): string | undefined;
}

/** The stream's word for a message that was published. */
export interface Published {
  sequence: number;
  /** The stream had one of this message id, which has the sequence. */
  duplicate: boolean;
}

/** The process's connection to NATS; made once, comes back by itself for as long as the process lives. */
@Injectable()
export class NatsClient implements OnApplicationShutdown {
  private readonly logger = new Logger('NATS');
  private connected = true;
  private unconfirmed = false;
  private readonly reconnectListeners = new Set<() => void>();

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
   * @param name what NATS's own monitoring calls the connection
   * @param options.storeDir of JetStream, where that is on this machine: a full disk can be named then
   */
  static async connect(servers: string, name: string, { storeDir = '', times = TIMES } = {}): Promise<NatsClient> {
    try {
      const connection = await connect({
        servers: servers.split(',').map((server) => server.trim()),
        name,
        maxReconnectAttempts: -1,
        reconnectTimeWait: RECONNECT_WAIT_MS,
        timeout: times.connectMs,
        pingInterval: times.pingMs,
        maxPingOut: 2,
      });
      return new NatsClient(
        connection,
        connection.jetstream(),
        await connection.jetstreamManager(),
        new StoreDisk(storeDir),
      );
    } catch (error) {
      throw translateError(error);
    }
  }

  /**
   * The client keeps what is asked of it while the connection is away, and what it kept may go out once the connection
   * is back, though the caller was told long ago that it failed: whoever writes asks here first.
   *
   * @throws MessagingUnavailableError, at once, while there is no connection
   */
  requireConnection(): void {
    if (!this.connected) throw notConnected();
  }

  get isConnected(): boolean {
    return this.connected;
  }

  /** The last message that was published was not confirmed by the stream: it may be that nothing is stored any more. */
  get isUnconfirmed(): boolean {
    return this.unconfirmed;
  }

  /** What is wrong with the disk of JetStream's store; null where nothing is, or nobody knows. */
  get diskComplaint(): string | null {
    return this.disk.complaint;
  }

  /** The client's error as one of ours, with what is known of why. */
  translate(error: unknown): unknown {
    return translateError(error, { isConnected: this.connected, diskComplaint: this.diskComplaint });
  }

  get isClosing(): boolean {
    return this.connection.isClosed() || this.connection.isDraining();
  }

  /** Calls back whenever a lost connection is there again, until the returned function is called. */
  onReconnect(listener: () => void): () => void {
    this.reconnectListeners.add(listener);
    return () => this.reconnectListeners.delete(listener);
  }

  /** Resolves once the stream holds the message. @throws QueueFullError, MessagingUnavailableError */
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

  /** The sequences of the oldest and of the newest message of a stream; of an empty one `first` is beyond `last`. */
  async storedRange(stream: string): Promise<{ first: number; last: number }> {
    try {
      const { state } = await this.manager.streams.info(stream);
      return { first: state.messages === 0 ? state.last_seq + 1 : state.first_seq, last: state.last_seq };
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** The message of this sequence; null where it is there no more. */
  async stored(stream: string, sequence: number): Promise<StoredMessage | null> {
    try {
      return storedMessage(await this.manager.streams.getMessage(stream, { seq: sequence }));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw this.translate(error);
    }
  }

  /** The first message of the stream, or of one subject, at or after `sequence`; null where there is none. */
  async nextStored(stream: string, sequence: number, subject = '>'): Promise<StoredMessage | null> {
    try {
      // The server takes both fields together (since 2.9); the client's types know them only one by one.
      const query = { seq: sequence, next_by_subj: subject } as SeqMsgRequest;
      return storedMessage(await this.manager.streams.getMessage(stream, query));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw this.translate(error);
    }
  }

  /** The sequence of the newest message of one subject; 0 where there is none. */
  async lastSequence(stream: string, subject: string): Promise<number> {
    try {
      return (await this.manager.streams.getMessage(stream, { last_by_subj: subject })).seq;
    } catch (error) {
      if (isNotFound(error)) return 0;
      throw this.translate(error);
    }
  }

  /** Up to which sequence of the stream a consumer has had everything acknowledged. */
  async ackFloor(stream: string, consumer: string): Promise<number> {
    try {
      return (await this.manager.consumers.info(stream, consumer)).ack_floor.stream_seq;
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** Takes one message out of the stream; one that is gone already is fine. */
  async deleteStored(stream: string, sequence: number): Promise<void> {
    this.requireConnection();
    try {
      await this.manager.streams.deleteMessage(stream, sequence);
    } catch (error) {
      // Of one that is gone the server says no more than that the deletion failed.
      const isGone = isNotFound(error) || (isDeleteFailed(error) && (await this.stored(stream, sequence)) === null);
      if (!isGone) throw this.translate(error);
    }
  }

  /** Sends what is still under way, then closes; may be called twice. */
  async close(): Promise<void> {
    if (this.connection.isClosed()) return;
    if (this.connection.isDraining()) await this.connection.closed();
    else await this.connection.drain();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private async logStatus(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === Events.Disconnect) this.connected = false;
      if (type === Events.Reconnect) this.connected = true;
      if (type === Events.Disconnect) this.logger.warn('connection lost; trying again until it is back');
      if (type === Events.Reconnect) this.logger.log('connected again');
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
