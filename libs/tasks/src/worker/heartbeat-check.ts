import { CommandQueue } from '#rotunda/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { heartbeatComplaint, type TaskSettings } from '../settings.js';
import { TASK_SETTINGS } from '../tokens.js';
import { WORKER_IDENTITY, type WorkerIdentity } from './worker-registry.js';

/** Checks the heartbeat against the ack wait in NATS, since the set-up may have run with another environment. */
@Injectable()
export class HeartbeatCheck implements OnModuleInit {
  constructor(
    private readonly queue: CommandQueue,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_HEARTBEAT_MS'>,
    @Inject(WORKER_IDENTITY) private readonly identity: Pick<WorkerIdentity, 'chamber'>,
  ) {}

  /** @throws Error for the operator */
  async onModuleInit(): Promise<void> {
    const ackWaitMs = await this.queue.ackWaitMs(this.identity.chamber);
    const complaint = heartbeatComplaint(this.settings.TASK_HEARTBEAT_MS, ackWaitMs);
    if (complaint) throw new Error(`TASK_HEARTBEAT_MS: ${complaint}`);
  }
}
