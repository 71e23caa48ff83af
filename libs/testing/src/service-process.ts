import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '#rotunda/embedded';
import { endsWithUs } from './ends-with-us.js';
import { eventually } from './eventually.js';
import { refuseOverlappingQueries } from './overlapping-queries.js';

const ROOT = new URL('../../../', import.meta.url);
/** Generous: tests start a dozen of them at once, on a machine that others use too. */
const READY_WITHIN_MS = 120_000;

/** A service as in production: built code, in its own process. */
export class ServiceProcess {
  private output = '';

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    /** Resolves when the process ends, however it ends. */
    readonly exited: Promise<unknown>,
  ) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  /**
   * Starts `dist/apps/<app>` and waits until it is ready, on the port of HTTP_PORT or any free one.
   *
   * @param root of the built code, if not this repository's
   * @throws Error with the service's output, where it is not ready in time
   */
  static async start(app: string, env: Record<string, string>, root: URL = ROOT): Promise<ServiceProcess> {
    const port = Number(env['HTTP_PORT'] ?? (await freePort()));
    const main = fileURLToPath(new URL(`dist/apps/${app}/src/main.js`, root));
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], HTTP_PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    endsWithUs(child);
    const service = new ServiceProcess(`http://127.0.0.1:${port}`, child, once(child, 'exit'));
    try {
      await eventually(`${app} to be ready`, () => service.isReady(), READY_WITHIN_MS);
    } catch (error) {
      await service.stop('SIGKILL');
      throw new Error(`${app} is not ready; run "npm run build" first? It printed:\n${service.output}`, {
        cause: error,
      });
    }
    return service;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** The service's output so far. */
  get log(): string {
    return this.output;
  }

  /** Ends the process and waits for its end; may be called twice. Returns its exit code, null after a signal. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!this.hasExited) {
      this.child.kill(signal);
      await this.exited;
    }
    refuseOverlappingQueries(this.output);
    return this.child.exitCode;
  }

  private get hasExited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async isReady(): Promise<boolean> {
    if (this.hasExited) throw new Error('the process has ended');
    const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
    return answer?.ok ?? false;
  }
}
