import type { TaskError, TaskErrorCode } from '#rotunda/contracts';

/**
 * Thrown by a task's work if something that it needs is unavailable for a while. The task goes back into the queue as
 * if its worker had been stopped, which counts neither as a retry nor as a crash. The code that throws it must also
 * shut the gate for commands until the thing is back; otherwise the task is redelivered after a few seconds.
 */
export class HandBack extends Error {
  override readonly name = 'HandBack';

  /** @param code what is unavailable */
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
