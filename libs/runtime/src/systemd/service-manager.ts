import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { LoggerService } from '@nestjs/common';

const run = promisify(execFile);

const MICROSECONDS = 1_000;
/** Half of what systemd waits for, as sd_watchdog_enabled(3) advises. */
const PULSES_A_LIMIT = 2;
/** Longer than the 5 s that `systemd-notify` itself waits. */
const SENT_WITHIN_MS = 10_000;

/**
 * What systemd is told of a service whose unit is Type=notify: that it listens, that it lives, that it stops. Without
 * NOTIFY_SOCKET it does nothing.
 *
 * Node has no datagram sockets of Unix, so `systemd-notify` sends: its unit needs NotifyAccess=all. It waits until systemd
 * has read the message, because systemd can't tell which service a process was that has ended by then.
 */
export class ServiceManager {
  private sent: Promise<void> = Promise.resolve();
  private waiting = 0;
  private hasFailed = false;

  private constructor(
    private readonly socket: string | undefined,
    private readonly pulseMs: number | null,
    private readonly logger: Pick<LoggerService, 'warn'>,
  ) {}

  /** Takes the socket out of the environment: a program that this process starts must not speak for it. */
  static ofThisProcess(logger: Pick<LoggerService, 'warn'>, env = ourEnvironment()): ServiceManager {
    const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: limit, WATCHDOG_PID: watched } = env;
    for (const name of ['NOTIFY_SOCKET', 'WATCHDOG_USEC', 'WATCHDOG_PID']) delete env[name];
    const isWatched = Number(limit) > 0 && (watched === undefined || Number(watched) === process.pid);
    const pulseMs = isWatched ? Number(limit) / MICROSECONDS / PULSES_A_LIMIT : null;
    return new ServiceManager(socket, pulseMs, logger);
  }

  /** From now on it also says that the event loop turns; a timer shows just that. */
  ready(status: string): void {
    this.send('READY=1', `STATUS=${status}`);
    if (this.socket !== undefined && this.pulseMs !== null) setInterval(() => this.pulse(), this.pulseMs).unref();
  }

  /** @param withinMs how long the stop may take, also where TimeoutStopSec is shorter */
  stopping(withinMs: number): void {
    this.send('STOPPING=1', 'STATUS=stops', `EXTEND_TIMEOUT_USEC=${withinMs * MICROSECONDS}`);
  }

  /** None piles up while systemd is slow to read. */
  private pulse(): void {
    if (this.waiting === 0) this.send('WATCHDOG=1');
  }

  /** One after the other, so that they arrive in this order. */
  private send(...words: string[]): void {
    if (this.socket === undefined) return;
    this.waiting += 1;
    this.sent = this.sent.then(() => this.notify(words));
  }

  private async notify(words: string[]): Promise<void> {
    try {
      const env = { ...ourEnvironment(), NOTIFY_SOCKET: this.socket };
      await run('systemd-notify', words, { env, timeout: SENT_WITHIN_MS });
    } catch (error) {
      if (!this.hasFailed) this.logger.warn(`systemd can't be told ${words[0]}: ${(error as Error).message.trim()}`);
      this.hasFailed = true;
    } finally {
      this.waiting -= 1;
    }
  }
}

function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- none of our settings is read from it
  return process.env;
}
