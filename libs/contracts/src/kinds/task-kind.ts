import type { Chamber } from '../chambers.js';
import type { Command } from './command.js';

/** The fields that the result of every kind has. */
export interface KindResult {
  /** `partial`: a part of the work could not be done. */
  status: 'success' | 'partial';
  chamber: Chamber;
}

/**
 * The declaration of a kind of task. Subjects, consumers, readiness, route, gates, slots, retries and dead letters
 * follow from it. The work is done by a handler in the scraper: see docs/adding-a-task.md.
 */
export interface TaskKind<C extends Command = Command, R extends KindResult = KindResult> {
  /** The chambers whose scrapers run it. */
  chambers: readonly Chamber[];
  /** Schema of the command's body, both in a message and in a request. */
  command: new () => C;
  /** Never set: it carries the type of the handler's result. */
  result?: R;
  /** A description for the OpenAPI document and `GET tasks/registered`. */
  summary: string;
  /**
   * Requirements for starting a command; until they are met it waits in the queue and uses up no retry. `site`: the
   * site is not paused, does not refuse us, and its terms are accepted.
   */
  needs: readonly ('site' | 'postgres')[];
  /** Uses one of the worker's `WORKER_CONCURRENCY` slots; otherwise the kind has one slot of its own. */
  sharesSlots: boolean;
  /**
   * Which commands are long. They have a queue and a slot of their own, the lane `long`, so that the short ones never
   * wait for them. `window`: those of more than `SCRAPE_LONG_WINDOW_DAYS` days. `whole archive`: those without
   * `external_ids`. Absent: none; the kind has one lane.
   */
  longIf?: 'window' | 'whole archive';
  /** A failed attempt is retried up to `TASK_MAX_RETRIES` times. */
  isRetried: boolean;
  /** A command that fails for good becomes a dead letter, so that it can be replayed. */
  leavesDeadLetter: boolean;
}
