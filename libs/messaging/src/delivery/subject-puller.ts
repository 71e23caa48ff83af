import { setTimeout as delay } from 'node:timers/promises';
import { STREAMS } from '#rotunda/contracts';
import type { LoggerService } from '@nestjs/common';
import type { Consumer, JetStreamClient, JsMsg } from 'nats';
import { type Pulled, pullOne, pullWaiting } from './pull.js';
import type { PullGate } from './pull-gate.js';
import type { PullSlot } from './pull-watch.js';
import type { SlotPool } from './slot-pool.js';

const RETRY_PULL_MS = 1_000;
/** A gate may ask somebody before it lets one through; one that takes longer is shut. */
const SHUT_AFTER_MS = 1_000;
/** Longer than another subject asks, be it in vain: whoever waits longer for a slot waits for messages in hand. */
const BUSY_AFTER_MS = 10_000;
/** A subject without messages leaves the last slot to others for so long. */
const STAND_BACK_MS = 200;

/** Where the messages of a subject come from, and what they have to wait for. */
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
 * Takes the messages of one subject, each in a slot of its pool, until it is stopped. Whatever the number of slots it has
 * one pull open at most, which holds the slot for what it brings: an idle process asks once a second.
 */
export class SubjectPuller {
  private readonly inHand = new Set<Promise<void>>();

  constructor(
    private readonly of: PulledSubject,
    private readonly jetstream: JetStreamClient,
    private readonly stop: AbortSignal,
    private readonly logger: Pick<LoggerService, 'warn'>,
  ) {}

  /** Resolves after the stop, once everything in hand is handled. @param handle never throws */
  async run(handle: (message: JsMsg) => Promise<void>): Promise<void> {
    while (await this.mayPull()) {
      const { message, pauseMs } = await this.pull();
      if (message) this.take(message, handle);
      else this.of.slots.free();
      if (pauseMs > 0) await this.pause(pauseMs);
    }
    await Promise.all(this.inHand);
  }

  /** Waits at the gate, and for a slot, which it has then; false after the stop. */
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

  /** Slots may have been waited for an hour. Others want this one: a gate that takes its time is waited for without it. */
  private isStillOpen(): Promise<boolean> {
    return this.untilStop(async (ended) => {
      const tooLate = setTimeout(() => ended.abort(), SHUT_AFTER_MS);
      try {
        await this.of.gate.opened(this.of.subject, ended.signal);
        return true;
      } catch {
        // Why is told at the gate itself, where it is asked again.
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
   * The last slot is wanted by others any moment. Without a look at what is there at once, a subject might be ended in its
   * waiting each time before the server has said anything.
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
   * Aborts what the work is given once this process stops. Not by `AbortSignal.any`: in Node 20 a signal keeps some 60 bytes
   * of each one that was made of it, and this one lives as long as a process that pulls every second.
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

  /** The slot is free again once the message is handled. */
  private take(message: JsMsg, handle: (message: JsMsg) => Promise<void>): void {
    const { subject, gate, slots, watch } = this.of;
    watch.resting();
    // Shut, or stopped, while the pull was under way: back into the queue, as if it had never come.
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

  /** A pull before may have had no answer: what is waited for after so long is no longer the server. */
  private async restingAfter<T>(ms: number, wait: () => Promise<T>): Promise<T> {
    const rest = setTimeout(() => this.of.watch.resting(), ms);
    try {
      return await wait();
    } finally {
      clearTimeout(rest);
    }
  }

  /** @returns after how long to try again */
  private failed(error: unknown): number {
    this.logger.warn(`no commands can be taken from ${this.of.subject}: ${String(error)}; trying again`);
    return RETRY_PULL_MS;
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stop }).catch(() => undefined);
  }
}
