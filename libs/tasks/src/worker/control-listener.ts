import type { Draining, WorkerState, WorkerVerb } from '#rotunda/contracts';
import { ControlChannel } from '#rotunda/messaging';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { WorkerLife } from './worker-life.js';
import { WORKER_IDENTITY, type WorkerIdentity, WorkerRegistry } from './worker-registry.js';

/** Does what an operator asks of this worker: over NATS, or with SIGHUP, which means `restart`. */
@Injectable()
export class ControlListener implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private endAnswers: (() => Promise<void>) | undefined;
  private readonly onHangup = (): void => void this.leave('restart');

  constructor(
    private readonly channel: ControlChannel,
    private readonly registry: WorkerRegistry,
    private readonly life: WorkerLife,
    @Inject(WORKER_IDENTITY) private readonly identity: Pick<WorkerIdentity, 'chamber'>,
  ) {}

  onApplicationBootstrap(): void {
    process.on('SIGHUP', this.onHangup);
    const { chamber } = this.identity;
    this.endAnswers = this.channel.answer({ chamber, id: this.registry.id }, (verb) => this.obey(verb));
  }

  /** The worker's entry is gone by now; an idle worker that was drained may still have to say so. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.endAnswers?.();
  }

  onApplicationShutdown(): void {
    process.off('SIGHUP', this.onHangup);
  }

  private async obey(verb: WorkerVerb): Promise<WorkerState> {
    if (verb !== 'ping') await this.leave(verb);
    return this.registry.current();
  }

  private async leave(how: Draining): Promise<void> {
    this.life.leave(how);
    await this.registry.leave(how);
  }
}
