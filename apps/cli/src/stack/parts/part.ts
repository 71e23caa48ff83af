import { DRAINED_EXIT_CODE } from '#rotunda/contracts/light';

/** A process of the stack while it runs. */
export interface RunningPart {
  readonly pid: number;
  /** Resolves when the process is gone, with how it ended: `code 1`, `SIGKILL`. Never rejects. */
  readonly exited: Promise<string>;
  /** Stops it gracefully; resolves when nothing of it is left; may be called twice. */
  stop(): Promise<void>;
  /** Whether it still works, for a part that can hang without exiting. Resolves in time, never rejects. */
  answers?(withinMs: number): Promise<boolean>;
}

/** A part of the stack; it can be restarted on the same port and data. */
export interface Part {
  /** Its name for people, e.g. `house-scraper`. */
  readonly name: string;
  /**
   * Resolves when it is ready, or early when `stopping` is aborted.
   * @throws Error that says why it does not start; then no process of it is left
   */
  start(stopping: AbortSignal): Promise<RunningPart>;
  /** Why a restart would not help now, e.g. a full disk; null if nothing is known. */
  hindrance?(): string | null;
}

/** How a worker ends that was drained: it is not started again. */
export const DRAINED = `code ${DRAINED_EXIT_CODE}`;

/** How a part ends that wants a restart and has no fault: a worker after WORKER_MAX_TASKS, say. */
export const NORMAL_EXIT = 'code 0';
