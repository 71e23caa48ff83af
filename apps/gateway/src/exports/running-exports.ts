import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '../http/problem.js';

export const EXPORT_SETTINGS = Symbol('EXPORT_SETTINGS');

export interface ExportSettings {
  EXPORTS_AT_ONCE: number;
  EXPORT_STALLED_AFTER_MS: number;
}

const RETRY_AFTER_SECONDS = 30;

/** Each export that runs holds a connection to Postgres and a row group in memory: there is room for a few. */
@Injectable()
export class RunningExports {
  private running = 0;

  constructor(@Inject(EXPORT_SETTINGS) private readonly settings: ExportSettings) {}

  /**
   * Takes a place.
   *
   * @returns gives it back; may be called twice
   * @throws ProblemException (503) where there is none
   */
  begin(): () => void {
    const { EXPORTS_AT_ONCE: most } = this.settings;
    if (this.running >= most) {
      const detail = `${most} exports run already, as many as EXPORTS_AT_ONCE allows; try again when one has ended.`;
      const more = { retryAfterSeconds: RETRY_AFTER_SECONDS };
      throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, 'too-many-exports', detail, more);
    }
    this.running += 1;
    let isRunning = true;
    return () => {
      if (isRunning) this.running -= 1;
      isRunning = false;
    };
  }
}
