import { HttpStatus, Inject, Injectable, NotFoundException } from '@nestjs/common';
import type { WorkerState, WorkerVerb } from '#rotunda/contracts';
import { ControlChannel, WorkerSilentError } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { ProblemException } from '../http/problem.js';
import { nameWorkers } from './worker-names.js';
import type { PingedWorker } from './worker.view.js';

/** Its answer comes once its entry in KV is written. */
const OBEYS_WITHIN_MS = 5_000;
const ANSWERS_WITHIN_MS = 2_000;

/** Finds workers, and asks them for something. */
@Injectable()
export class WorkerControl {
  constructor(
    private readonly live: LiveState,
    private readonly channel: ControlChannel,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @param nameOrId a name as lists show it @throws NotFoundException */
  find(nameOrId: string): WorkerState {
    const workers = this.live.workers(this.now());
    const names = nameWorkers(workers);
    const found = workers.find(({ id }) => id === nameOrId || names.get(id) === nameOrId);
    if (found) return found;
    const known = [...names.values()].join(', ') || 'none runs';
    throw new NotFoundException(`There is no worker "${nameOrId}" now: ${known}.`);
  }

  /** @returns the worker as it says itself @throws NotFoundException, ProblemException */
  async ask(nameOrId: string, verb: WorkerVerb): Promise<WorkerState> {
    const worker = this.find(nameOrId);
    try {
      return await this.channel.ask(worker, verb, OBEYS_WITHIN_MS);
    } catch (error) {
      throw error instanceof WorkerSilentError ? silent(worker, error) : error;
    }
  }

  /** Asks each worker whether it answers. */
  async pingAll(): Promise<PingedWorker[]> {
    const workers = this.live.workers(this.now());
    const names = nameWorkers(workers);
    return Promise.all(
      workers.map(async (worker) => {
        const ms = await this.timeOf(worker);
        return { name: names.get(worker.id)!, id: worker.id, chamber: worker.chamber, answered: ms !== null, ms };
      }),
    );
  }

  /** How long it took to answer, in ms; null if it is silent. */
  private async timeOf(worker: WorkerState): Promise<number | null> {
    const askedMs = performance.now();
    try {
      await this.channel.ask(worker, 'ping', ANSWERS_WITHIN_MS);
      return Math.round(performance.now() - askedMs);
    } catch (error) {
      if (error instanceof WorkerSilentError) return null;
      throw error;
    }
  }
}

const silent = ({ name, pid, version }: WorkerState, cause: WorkerSilentError): ProblemException =>
  new ProblemException(
    HttpStatus.GATEWAY_TIMEOUT,
    'worker-silent',
    `${name} does not answer. It hangs, or has lost NATS, or its version (${version}) takes no requests: end its process ` +
      `(pid ${pid}) with SIGTERM. Its tasks go to another worker.`,
    { cause },
  );
