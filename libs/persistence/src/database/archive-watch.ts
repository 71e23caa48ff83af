import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { READING } from '../data-source.js';

/** Migration 0016 notifies it. */
const CHANNEL = 'rotunda_archive';
/** How old the last proof may be that no change was missed. */
const PROVEN_FOR_MS = 2_000;
const PROVE_EVERY_MS = 500;
/** Without a question for this long it stops proving, so that an idle archive is left alone. */
const WATCHED_FOR_MS = 60_000;

interface Connection {
  client: PoolClient;
  close(): void;
}

/**
 * Knows whether the archive has changed, by what Postgres tells on a connection of its own. That connection proves itself:
 * it sends itself a notification, which arrives after those of all changes that were committed before it. So a broken
 * connection is noticed, and also a pooler in between that loses notifications.
 */
@Injectable()
export class ArchiveWatch implements OnModuleDestroy {
  private readonly logger = new Logger('ArchiveWatch');
  private readonly own = `rotunda_watch_${randomBytes(8).toString('hex')}`;
  private changes = 0;
  private askedAt = 0;
  private provenAt = -Infinity;
  private proof: { word: string; sentAt: number } | null = null;
  private connection: Connection | null = null;
  private connecting = false;
  private timer: NodeJS.Timeout | null = null;
  private complaint = '';

  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** Goes up whenever the archive changed, or may have. What was read before it went up is out of date. */
  get version(): number {
    return this.changes;
  }

  /** Whether `version` counts every change that was committed more than two seconds ago. The first call begins to watch. */
  isUpToDate(): boolean {
    this.askedAt = performance.now();
    if (!this.timer) this.begin();
    return this.askedAt - this.provenAt < PROVEN_FOR_MS;
  }

  /** For a change that this process made itself, which must not wait for Postgres to tell it. */
  changed(): void {
    this.changes += 1;
  }

  onModuleDestroy(): void {
    this.end();
    this.drop(this.connection);
  }

  private begin(): void {
    this.timer = setInterval(() => this.look(), PROVE_EVERY_MS).unref();
    this.look();
  }

  private end(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private look(): void {
    const now = performance.now();
    if (now - this.askedAt > WATCHED_FOR_MS) return this.end();
    if (!this.connection) void this.connect();
    else if (!this.proof) this.prove(this.connection, now);
    else if (now - this.proof.sentAt > PROVEN_FOR_MS) this.lose(this.connection, 'no notification arrives');
  }

  private prove(connection: Connection, now: number): void {
    const word = randomBytes(4).toString('hex');
    this.proof = { word, sentAt: now };
    connection.client
      .query(`NOTIFY ${this.own}, '${word}'`)
      .catch((error: unknown) => this.lose(connection, String(error)));
  }

  private hear(channel: string, payload: string | undefined): void {
    if (channel === CHANNEL) this.changed();
    if (!this.proof || channel !== this.own || payload !== this.proof.word) return;
    this.provenAt = this.proof.sentAt;
    this.proof = null;
    this.complaint = '';
  }

  private async connect(): Promise<void> {
    if (this.connecting) return;
    this.connecting = true;
    try {
      const connection = await this.open();
      // What changed until now was not told.
      this.changed();
      if (this.timer) this.connection = connection;
      else connection.close();
    } catch (error) {
      this.complain(String(error));
    } finally {
      this.connecting = false;
    }
    if (this.connection) this.look();
  }

  /** A pool of one, so that it connects exactly as the queries do. */
  private async open(): Promise<Connection> {
    const options = { ...this.dataSource.options, name: 'watch', poolSize: 1, entities: [], migrations: [] };
    const source = await new DataSource(options as DataSourceOptions).initialize();
    const runner = source.createQueryRunner();
    const close = (): void =>
      void runner.release().then(
        () => source.destroy(),
        () => undefined,
      );
    try {
      const client = (await runner.connect()) as PoolClient;
      const connection = { client, close: () => void client.end().then(close, close) };
      client.on('notification', ({ channel, payload }) => this.hear(channel, payload));
      client.on('error', (error) => this.lose(connection, String(error)));
      client.on('end', () => this.lose(connection, 'the connection ended'));
      // A lost proof is made again, so its commit need not wait for the disk.
      await client.query(`SET synchronous_commit = off; LISTEN ${CHANNEL}; LISTEN ${this.own}`);
      return connection;
    } catch (error) {
      close();
      throw error;
    }
  }

  private lose(connection: Connection, why: string): void {
    if (connection !== this.connection) return;
    this.complain(why);
    this.drop(connection);
  }

  private drop(connection: Connection | null): void {
    this.connection = null;
    this.proof = null;
    this.provenAt = -Infinity;
    this.changed();
    connection?.close();
  }

  private complain(why: string): void {
    if (why !== this.complaint) this.logger.warn(`Postgres does not tell what changes, so no answer is kept: ${why}`);
    this.complaint = why;
  }
}
