import { setTimeout as delay } from 'node:timers/promises';
import { DRAINED, NORMAL_EXIT, type Part, type RunningPart } from './part.js';

const SECOND_MS = 1_000;

export interface RestartPolicy {
  /** Wait before the first restart; doubled for each further one. */
  firstDelayMs: number;
  maxDelayMs: number;
  /** A part that ran this long starts again with the first delay. */
  steadyAfterMs: number;
  /** How often a part with `answers()` is asked whether it still works. */
  askEveryMs: number;
  /** A part that has not answered for this long is stopped, and restarted. */
  silentForMs: number;
  /** Tries of a part that was never ready: few, so that a wrong setting is reported within seconds. */
  firstStartTries: number;
}

export const RESTART_POLICY: RestartPolicy = {
  firstDelayMs: SECOND_MS / 2,
  maxDelayMs: 30 * SECOND_MS,
  steadyAfterMs: 60 * SECOND_MS,
  askEveryMs: 5 * SECOND_MS,
  silentForMs: 30 * SECOND_MS,
  firstStartTries: 3,
};

/** The stack is stopping, and nothing more is started. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** One part, kept running from `start()` to `stop()`. */
export class SupervisedPart {
  private readonly stopping = new AbortController();
  private running: RunningPart | undefined;
  private life: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(
    private readonly part: Part,
    private readonly policy: RestartPolicy,
    private readonly say: (line: string) => void,
  ) {}

  /** Resolves when the part is ready for the first time. @throws Error of the last try; StoppedError */
  async start(): Promise<void> {
    const firstStart = this.firstStart();
    this.life = firstStart.then(
      () => this.keepRunning(),
      () => undefined, // The caller of start() gets the error; for stop() it means that nothing runs.
    );
    await firstStart;
  }

  /** Process id while it runs. */
  get pid(): number | undefined {
    return this.running?.pid;
  }

  /** Resolves when no process is left; may be called twice, and while it starts. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running?.stop();
    await this.life;
  }

  private async firstStart(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.launch();
      } catch (error) {
        if (this.stopping.signal.aborted) throw error;
        if (tries === this.policy.firstStartTries) {
          throw new Error(`${this.part.name} does not start: ${messageOf(error)}`, { cause: error });
        }
        await this.waitAfter(reason(error));
      }
    }
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const startedMs = performance.now();
      const how = await this.endOf(this.running!);
      this.running = undefined;
      if (this.stopping.signal.aborted) return;
      if (how === DRAINED) return this.say(`${this.part.name} was drained (${how}); it is not started again`);
      if (performance.now() - startedMs >= this.policy.steadyAfterMs) this.failures = 0;
      await this.restart(how);
    }
  }

  /** Resolves when it has ended, by itself or because it was silent for too long, with how it ended. */
  private async endOf(running: RunningPart): Promise<string> {
    const ended = new AbortController();
    const exited = running.exited.finally(() => ended.abort());
    void this.watch(running, AbortSignal.any([ended.signal, this.stopping.signal]));
    return exited;
  }

  /** Stops a part that lives but no longer works, which only its silence shows. */
  private async watch(running: RunningPart, signal: AbortSignal): Promise<void> {
    const { askEveryMs, silentForMs } = this.policy;
    if (!running.answers) return;
    let silentSinceMs: number | null = null;
    let reported: string | null = null;
    while (!signal.aborted) {
      await delay(askEveryMs, undefined, { signal }).catch(onAbort);
      if (signal.aborted) return;
      if (await running.answers(askEveryMs)) {
        silentSinceMs = null;
        reported = null;
        continue;
      }
      // Not since the last answer: while this process or the machine was suspended, nobody asked.
      silentSinceMs ??= performance.now();
      if (performance.now() - silentSinceMs < silentForMs) continue;
      const hindrance = this.part.hindrance?.() ?? null;
      if (hindrance === null) return this.endSilent(running, silentForMs);
      if (hindrance !== reported) this.say(`${this.part.name} does not answer. ${hindrance}`);
      reported = hindrance;
    }
  }

  private async endSilent(running: RunningPart, silentForMs: number): Promise<void> {
    this.say(`${this.part.name} is running but has not answered for ${silentForMs / SECOND_MS} s; stopping it`);
    await running.stop();
  }

  /** Tries until it runs again, or until `stop()`. */
  private async restart(how: string): Promise<void> {
    let why = `ended (${how})`;
    if (how === NORMAL_EXIT) this.say(`${this.part.name} ended normally (${how}); restarting`);
    else await this.waitAfter(why);
    while (!this.stopping.signal.aborted) {
      try {
        await this.launch();
        this.say(`${this.part.name} is running again`);
        return;
      } catch (error) {
        why = reason(error);
        if (!this.stopping.signal.aborted) await this.waitAfter(why);
      }
    }
  }

  private async launch(): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) throw new StoppedError(`${this.part.name} is not started: the stack is stopping`);
    const running = await this.part.start(signal);
    this.running = running;
    if (!signal.aborted) return;
    await running.stop();
    throw new StoppedError(`${this.part.name} is stopped again: the stack is stopping`);
  }

  private async waitAfter(why: string): Promise<void> {
    const waitMs = Math.min(this.policy.firstDelayMs * 2 ** this.failures++, this.policy.maxDelayMs);
    this.say(`${this.part.name} ${why}; restarting in ${waitMs / SECOND_MS} s`);
    await delay(waitMs, undefined, { signal: this.stopping.signal }).catch(onAbort);
  }
}

/** In one line; the error of the last try is shown in full. */
const reason = (error: unknown): string => `does not start: ${messageOf(error).split('\n')[0]}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function onAbort(error: Error): void {
  if (error.name !== 'AbortError') throw error;
}
