/** A process of the stack while it runs. */
export interface RunningPart {
  readonly pid: number;
  /** Resolves when the process is gone, with how it went: `code 1`, `SIGKILL`. Never rejects. */
  readonly exited: Promise<string>;
  /** Orderly, and resolves when nothing of it is left; may be called twice. */
  stop(): Promise<void>;
  /** Whether it still works, for what may hang without an end; resolves within so long, and never rejects. */
  answers?(withinMs: number): Promise<boolean>;
}

/** Something of the stack that can be started, and started again on the same port and data. */
export interface Part {
  /** Its name for people, e.g. `house-scraper`. */
  readonly name: string;
  /**
   * Resolves when it is ready to work. When `stopping` is aborted it may come back early, but leaves no process.
   * @throws Error that says why it does not come up; then no process of it is left either
   */
  start(stopping: AbortSignal): Promise<RunningPart>;
  /** Why it would be of no use to start it anew now, e.g. a full disk; null where nothing is known. */
  hindrance?(): string | null;
}

/** How a part ended that means: start me anew, nothing is wrong (a worker that has done its number of tasks). */
export const ORDERLY_EXIT = 'code 0';
