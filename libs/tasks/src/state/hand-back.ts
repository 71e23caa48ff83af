import type { TaskError, TaskErrorCode } from '#rotunda/contracts';

/**
 * Thrown by the work of a task when something that it can't do without is away for a while. The task goes back into the
 * queue as if its worker had been stopped: it costs neither a retry nor a crash. Whoever throws it shuts the gate that
 * commands come through until the thing is back; else the task would come again after a few seconds.
 */
export class HandBack extends Error {
  override readonly name = 'HandBack';

  /** @param code what is away */
  constructor(
    readonly code: TaskErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  describe(): TaskError {
    return { code: this.code, message: this.message };
  }
}
