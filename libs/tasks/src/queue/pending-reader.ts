import { isFinal } from '#rotunda/contracts';
import { CommandQueue, MessagingUnavailableError, type StoredMessage } from '#rotunda/messaging';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { identifyCommand } from './command-identity.js';
import type { TaskSettings } from '../settings.js';
import { shownCommand } from './shown-command.js';
import { TaskStore } from './task-store.js';
import { nextRun, pending } from '../state/task-transitions.js';
import { TASK_SETTINGS } from '../tokens.js';

/** The number of commands entered concurrently; limits memory if thousands arrive at once. */
const AT_A_TIME = 64;

/**
 * Enters commands that were published directly on NATS as PENDING, so that they can be seen and cancelled while all
 * workers are busy. It reads the queue by sequence, since a work queue allows no second consumer of a subject.
 */
@Injectable()
export class PendingReader {
  private readonly logger = new Logger('Task');
  private nextSequence = 1;
  private fromStart = false;

  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_MAX_RETRIES'>,
  ) {
    // A nats-server that was killed on a full disk may count the queue's sequences from 1 again.
    queue.onReconnect(() => (this.fromStart = true));
  }

  /** Enters the commands that arrived since the last call. @throws MessagingUnavailableError */
  async readNew(): Promise<void> {
    for (;;) {
      if (this.fromStart) this.nextSequence = 1;
      this.fromStart = false;
      const messages = await this.nextMessages();
      await Promise.all(messages.map((message) => this.tryToEnter(message)));
      // Only now: if NATS was unavailable, the next call reads them again.
      this.nextSequence = (messages.at(-1)?.sequence ?? this.nextSequence - 1) + 1;
      if (messages.length < AT_A_TIME) return;
    }
  }

  private async nextMessages(): Promise<StoredMessage[]> {
    const messages: StoredMessage[] = [];
    for await (const message of this.queue.between(this.nextSequence)) {
      if (messages.push(message) === AT_A_TIME) break;
    }
    return messages;
  }

  /** Skips a command that can't be entered, so that it does not block later ones; its worker will enter it. */
  private async tryToEnter(message: StoredMessage): Promise<void> {
    try {
      await this.enter(message);
    } catch (error) {
      if (error instanceof MessagingUnavailableError) throw error;
      this.logger.error(`could not enter the command ${message.sequence} of ${message.subject}: ${String(error)}`);
    }
  }

  private async enter(message: StoredMessage): Promise<void> {
    const identity = identifyCommand(message);
    const known = await this.store.find(identity.id);
    if (known && known.run >= identity.run) return;
    const submission = {
      ...identity,
      ...shownCommand(message.data),
      maxRetries: this.settings.TASK_MAX_RETRIES,
      streamSequence: message.sequence,
      queuedAt: message.publishedAt.toISOString(),
    };
    await this.store.change(identity.id, (state) => {
      if (!state) return pending(submission);
      return submission.run > state.run && isFinal(state.state) ? nextRun(state, submission) : null;
    });
  }
}
