import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '#rotunda/embedded';
import { NodeChild } from './child-process.js';
import type { Part, RunningPart } from './part.js';
import type { ServiceLog } from './service-log.js';

const SECOND_MS = 1_000;
/** Only against hanging: an exit is noticed at once, and a slow machine starts half a dozen services in parallel. */
const READY_WITHIN_MS = 300 * SECOND_MS;
const ANSWERS_WITHIN_MS = 5 * SECOND_MS;
const POLL_MS = 100;
const HOST = '127.0.0.1';

export interface ServiceOptions {
  /** Its name, e.g. `house-scraper`. */
  name: string;
  /** Its `main.js`. */
  module: string;
  env: NodeJS.ProcessEnv;
  log: ServiceLog;
  /** Called before each start until the service was ready once; a free port if not set. */
  port?: () => Promise<number>;
  /** Address to listen on; loopback if not set. */
  host?: string;
  readyWithinMs?: number;
  /** How long it may take to stop. */
  stopWithinMs?: number;
}

/** One of our services: a process that is ready when its `/health/ready` says so. */
export class Service implements Part {
  readonly name: string;
  private port: number | undefined;
  private wasReady = false;

  constructor(private readonly options: ServiceOptions) {
    this.name = options.name;
  }

  /** Where it answers, e.g. `http://127.0.0.1:8080`; stays the same once it was ready. */
  get url(): string {
    return `http://${reachable(this.options.host ?? HOST)}:${this.port}`;
  }

  async start(stopping: AbortSignal): Promise<RunningPart> {
    // Another program may take the free port before we listen on it: the next try picks another.
    if (!this.wasReady) this.port = await (this.options.port ?? freePort)();
    const { module, env, host = HOST, stopWithinMs } = this.options;
    const child = await NodeChild.spawn({
      module,
      env: { ...env, HTTP_HOST: host, HTTP_PORT: String(this.port) },
      ...(stopWithinMs !== undefined && { stopWithinMs }),
    });
    this.options.log.take(child.stdout);
    this.options.log.take(child.stderr);
    try {
      await this.becomesReady(child, stopping);
    } catch (error) {
      await child.stop();
      throw error;
    }
    this.wasReady = true;
    return child;
  }

  /** Returns early, without an error, when `stopping` is aborted. */
  private async becomesReady(child: NodeChild, stopping: AbortSignal): Promise<void> {
    const withinMs = this.options.readyWithinMs ?? READY_WITHIN_MS;
    const deadline = performance.now() + withinMs;
    while (!stopping.aborted && !((await isReady(this.url)) && child.wasAsked)) {
      const how = await Promise.race([child.exited, delay(POLL_MS, null)]);
      if (how !== null) throw new Error(`it exited (${how})\n${await this.logEnd()}`);
      if (performance.now() > deadline) {
        throw new Error(`it was not ready within ${withinMs / SECOND_MS} s\n${await this.logEnd()}`);
      }
    }
  }

  private async logEnd(): Promise<string> {
    const { file } = this.options.log;
    return `The end of its log (${file}):\n${await this.options.log.lastLines()}`;
  }
}

/** Not every address to listen on is one to call. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return HOST;
  return host.includes(':') ? `[${host}]` : host;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch (error) {
    // What fetch makes of any socket error (refused, reset, timed out); all of them mean: not yet.
    if (error instanceof TypeError || (error as Error).name === 'TimeoutError') return false;
    throw error;
  }
}
