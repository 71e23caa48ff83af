import { isFinal, isTaskId, STREAMS, type TaskGroup } from '#rotunda/contracts';
import { MessagingUnavailableError, NatsClient, type StoredMessage } from '#rotunda/messaging';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { identifyCommand } from './command-identity.js';
import { MAX_CHILDREN, planOfGroup } from './group-plan.js';
import { isTooDeep } from './parse-command.js';
import type { TaskSettings } from './settings.js';
import { TaskStore } from './task-store.js';
import { nextRun, pending } from './task-transitions.js';
import { TASK_SETTINGS } from './tokens.js';

/** Thousands of commands at once are entered side by side, with no more than so many in memory. */
const AT_A_TIME = 64;

/** A state must fit into a message: of a larger body nothing is shown. */
const SHOWN_BYTES = 64 * 1024;

/**
 * Enters commands that came over NATS alone as PENDING, so that they can be seen and cancelled though every worker is
 * busy. It reads the queue by sequence: a work queue takes no second consumer of a subject.
 */
@Injectable()
export class PendingReader {
  private readonly logger = new Logger('Task');
  private nextSequence = 1;

  constructor(
    private readonly client: NatsClient,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_MAX_RETRIES'>,
  ) {}

  /** Enters what came since the last call. @throws MessagingUnavailableError */
  async readNew(): Promise<void> {
    for (;;) {
      const messages = await this.nextMessages();
      await Promise.all(messages.map((message) => this.tryToEnter(message)));
      // Only now: what could not be entered because NATS was away is read again.
      this.nextSequence = (messages.at(-1)?.sequence ?? this.nextSequence - 1) + 1;
      if (messages.length < AT_A_TIME) return;
    }
  }

  private async nextMessages(): Promise<StoredMessage[]> {
    const messages: StoredMessage[] = [];
    let sequence = this.nextSequence;
    while (messages.length < AT_A_TIME) {
      const message = await this.client.nextStored(STREAMS.tasks, sequence);
      if (!message) break;
      messages.push(message);
      sequence = message.sequence + 1;
    }
    return messages;
  }

  /** The worker that gets the command enters it in any case: one that can't be shown must not keep others from being so. */
  private async tryToEnter(message: StoredMessage): Promise<void> {
    try {
      await this.enter(message);
    } catch (error) {
      if (error instanceof MessagingUnavailableError) throw error;
      this.logger.error(`the command ${message.sequence} of ${message.subject} is not shown: ${String(error)}`);
    }
  }

  private async enter(message: StoredMessage): Promise<void> {
    const identity = identifyCommand({ ...message, streamSequence: message.sequence });
    const known = await this.store.find(identity.id);
    if (known && known.run >= identity.run) return;
    const submission = {
      ...identity,
      ...readBody(message.data),
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

interface ShownBody {
  args: Record<string, unknown>;
  group?: TaskGroup | undefined;
}

/**
 * What of a body can be shown before a worker has read it: its plain fields, and its group. The worker reads all of it
 * with care and says what is wrong; here a body of any size and depth must do no harm.
 */
function readBody(body: Uint8Array): ShownBody {
  let fields: unknown;
  try {
    fields = body.length > SHOWN_BYTES ? null : JSON.parse(new TextDecoder().decode(body));
  } catch {
    return { args: {} };
  }
  if (typeof fields !== 'object' || fields === null) return { args: {} };
  const { unique: _unique, group, ...rest } = fields as Record<string, unknown>;
  const plain = Object.entries(rest).filter(([, value]) => isPlain(value));
  return { args: Object.fromEntries(plain), group: isGroup(group) ? shownGroup(group) : undefined };
}

/** What commands hold: texts, numbers, lists of texts. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' || (Array.isArray(value) && value.every((part) => typeof part === 'string'));

/** With the command that it was taken from where that is one: it completes a group that was published in part. */
const shownGroup = ({ id, size, whole }: TaskGroup): TaskGroup => {
  const group = { id, size, ...(whole ? { whole } : {}) };
  return whole && (isTooDeep(whole) || !planOfGroup(group, 'scrape')) ? { id, size } : group;
};

const isGroup = (value: unknown): value is TaskGroup =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  isTaskId(value.id) &&
  'size' in value &&
  typeof value.size === 'number' &&
  Number.isInteger(value.size) &&
  value.size > 0 &&
  value.size <= MAX_CHILDREN;
