import { Injectable } from '@nestjs/common';
import type { ConsumerConfig, ConsumerInfo } from 'nats';
import { isNotFound } from '../connection/jetstream-errors.js';
import { NatsClient } from '../connection/nats-client.js';

/**
 * Replaces consumers that are ahead of their stream, and so skip messages. A stream can lose its last sequence while
 * its consumers keep theirs: nats-server 2.9.10 did so in 11 of 12 runs that filled its disk and killed it. It
 * truncates the index of a block before it writes it, and for an empty queue only that file has the sequence. New
 * messages then get old sequences and are never delivered; no restart repairs that (2.9.10).
 *
 * The new consumer has the same name and configuration, so the next pull finds it. It delivers everything that is still
 * in the stream, so messages that a worker is handling are delivered again.
 */
@Injectable()
export class ConsumerRepair {
  /** Consumers that were deleted and not yet added again, because NATS became unavailable in between. */
  private readonly missing = new Map<string, { stream: string; config: ConsumerConfig }>();

  constructor(private readonly client: NatsClient) {}

  /** Replaces the consumers that are ahead of the stream's last sequence. @returns their names */
  async ofShorterStream(stream: string, consumers: string[]): Promise<string[]> {
    await this.createMissing();
    // In this order: messages that arrive between the requests make the stream longer, never shorter.
    const infos = await Promise.all(consumers.map((consumer) => this.info(stream, consumer)));
    const { last } = await this.client.storedRange(stream);
    const ahead = infos.filter((info) => info !== null && info.delivered.stream_seq > last) as ConsumerInfo[];
    for (const info of ahead) await this.replace(info);
    return ahead.map(({ name }) => name);
  }

  /** Replaces the consumer if its ack floor has passed a message that still waits. @returns whether it was replaced */
  async ofSkipped(stream: string, consumer: string, sequence: number): Promise<boolean> {
    // Another gateway may have replaced it.
    const info = await this.info(stream, consumer);
    if (!info || info.ack_floor.stream_seq < sequence) return false;
    await this.replace(info);
    return true;
  }

  private async info(stream: string, consumer: string): Promise<ConsumerInfo | null> {
    try {
      return await this.client.manager.consumers.info(stream, consumer);
    } catch (error) {
      if (isNotFound(error)) return null;
      throw this.client.translate(error);
    }
  }

  private async replace({ stream_name: stream, name, config }: ConsumerInfo): Promise<void> {
    this.client.requireConnection();
    this.missing.set(`${stream} ${name}`, { stream, config });
    try {
      await this.client.manager.consumers.delete(stream, name);
    } catch (error) {
      if (!isNotFound(error)) throw this.client.translate(error);
    }
    await this.createMissing();
  }

  /** Adding a consumer that exists with the same configuration changes nothing. */
  private async createMissing(): Promise<void> {
    for (const [key, { stream, config }] of this.missing) {
      try {
        await this.client.manager.consumers.add(stream, config);
      } catch (error) {
        throw this.client.translate(error);
      }
      this.missing.delete(key);
    }
  }
}
