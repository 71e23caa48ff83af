import { setTimeout as delay } from 'node:timers/promises';
import { STREAMS } from '#rotunda/contracts';
import type { LoggerService } from '@nestjs/common';
import type { Consumer, JetStreamClient, JsMsg } from 'nats';
import { type Pulled, pullOne, pullWaiting } from './pull.js';
import type { PullGate } from './pull-gate.js';
import type { PullSlot } from './pull-watch.js';
import type { SlotPool } from './slot-pool.js';

const RETRY_PULL_MS = 1_000;
/** A gate may need a request of its own to decide; one that takes longer counts as shut. */
const SHUT_AFTER_MS = 1_000;
/** Longer than another subject's unanswered pull holds a slot: a longer wait is for messages in progress. */
const BUSY_AFTER_MS = 10_000;
/** How long a subject without messages leaves the last slot to others. */
const STAND_BACK_MS = 200;

/** A subject's consumer, and what its messages have to wait for. */
export interface PulledSubject {
  subject: string;
  consumer: Consumer;
  /** The consumer's name. */
  name: string;
  slots: SlotPool;
  gate: PullGate;
  watch: PullSlot;
}

/**
 * Takes the messages of one subject, each in a slot of its pool, until it is stopped. It has at most one open pull,
 * whatever the number of slots; the pull holds the slot for its message. An idle process pulls once a second.
 */
export class SubjectPuller {
  private readonly inHand = new Set<Promise<void>>();

  constructor(
    private readonly of: PulledSubject,
    private readonly jetstream: JetStreamClient,
    private readonly stop: AbortSignal,
    private readonly logger: Pick<LoggerService, 'warn'>,
  ) {}

  /** Resolves after the stop, once all messages in progress are handled. @param handle must not throw */
  async run(handle: (message: JsMsg) => Promise<void>): Promise<void> {
    while (await this.mayPull()) {
      const { message, pauseMs } = await this.pull();
      if (message) this.take(message, handle);
      else this.of.slots.free();
      if (pauseMs > 0) await this.pause(pauseMs);
    }
    // Its messages in progress may take an hour, in which nothing is pulled.
    this.of.watch.resting();
    await Promise.all(this.inHand);
  }

  /** Waits at the gate, then takes a slot. False after the stop. */
  private async mayPull(): Promise<boolean> {
    while (!this.stop.aborted) {
      try {
        if (await this.admitted()) return true;
      } catch (error) {
        if (!this.stop.aborted) await this.pause(this.failed(error));
      }
    }
    return false;
  }

  private async admitted(): Promise<boolean> {
    const { subject, gate, slots } = this.of;
    await this.restingAfter(SHUT_AFTER_MS, () => gate.opened(subject, this.stop));
    const hasWaited = await this.restingAfter(BUSY_AFTER_MS, () => slots.take(this.stop));
    if (!hasWaited || (await this.isStillOpen())) return true;
    slots.free();
    return false;
  }

  /** The wait for a slot may have taken an hour. A slow gate counts as shut, so that others can have the slot. */
  private isStillOpen(): Promise<boolean> {
    return this.untilStop(async (ended) => {
      const tooLate = setTimeout(() => ended.abort(), SHUT_AFTER_MS);
      try {
        await this.of.gate.opened(this.of.subject, ended.signal);
        return true;
      } catch {
        // The next loop asks the gate again and reports its error.
        return false;
      } finally {
        clearTimeout(tooLate);
      }
    });
  }

  private async pull(): Promise<{ message: JsMsg | null; pauseMs: number }> {
    const { slots } = this.of;
    try {
      const message = (slots.isSpent ? await this.glance() : null) ?? (slots.isWanted ? null : await this.wait());
      return { message, pauseMs: !message && slots.isWanted ? STAND_BACK_MS : 0 };
    } catch (error) {
      return { message: null, pauseMs: this.stop.aborted ? 0 : this.failed(error) };
    }
  }

  /**
   * Others may want the last slot at any moment. Without this look at what is available now, their demand might end a
   * subject's every pull before the server has answered.
   */
  private glance(): Promise<JsMsg | null> {
    return this.answerOf(pullWaiting(this.jetstream, STREAMS.tasks, this.of.name));
  }

  private wait(): Promise<JsMsg | null> {
    return this.untilStop(async (ended) => {
      const over = this.of.slots.opened(() => ended.abort());
      try {
        return await this.answerOf(pullOne(this.of.consumer, ended.signal));
      } finally {
        over();
      }
    });
  }

  /**
   * Aborts the work's controller once this process stops. Not with `AbortSignal.any`: in Node 20 a signal keeps some 60
   * bytes for each one derived from it, and this one lives as long as a process that pulls every second.
   */
  private async untilStop<T>(work: (ended: AbortController) => Promise<T>): Promise<T> {
    const ended = new AbortController();
    const end = (): void => ended.abort(this.stop.reason);
    if (this.stop.aborted) end();
    this.stop.addEventListener('abort', end);
    try {
      return await work(ended);
    } finally {
      this.stop.removeEventListener('abort', end);
    }
  }

  private async answerOf(pull: Promise<Pulled>): Promise<JsMsg | null> {
    this.of.watch.asking();
    const { message, answered } = await pull;
    if (answered) this.of.watch.answered();
    return message;
  }

  /** Handles the message, then frees the slot. */
  private take(message: JsMsg, handle: (message: JsMsg) => Promise<void>): void {
    const { subject, gate, slots, watch } = this.of;
    watch.resting();
    // Shut or stopped during the pull: the message goes back into the queue.
    if (!gate.isOpen(subject) || this.stop.aborted) {
      message.nak();
      slots.free();
      return;
    }
    const handling = handle(message).finally(() => {
      this.inHand.delete(handling);
      slots.free();
    });
    this.inHand.add(handling);
  }

  /** After an unanswered pull the watch goes on counting; a wait longer than `ms` is not the server's fault. */
  private async restingAfter<T>(ms: number, wait: () => Promise<T>): Promise<T> {
    const rest = setTimeout(() => this.of.watch.resting(), ms);
    try {
      return await wait();
    } finally {
      clearTimeout(rest);
    }
  }

  /** @returns the delay before the next try */
  private failed(error: unknown): number {
    this.logger.warn(`pulling commands of ${this.of.subject} failed, retrying: ${String(error)}`);
    return RETRY_PULL_MS;
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stop }).catch(() => undefined);
  }
}
