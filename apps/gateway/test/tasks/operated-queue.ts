import { STREAMS, type TaskState } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import { SubmissionSweep } from '../../src/background/submission-sweep.js';
import type { Answer, GatewayUnderTest } from '../gateway-under-test.js';

export interface QueuedCommand {
  id: string | undefined;
  messageId: string | undefined;
  sequence: number;
  body: string;
}

export const SITE_DOWN = { code: 'SiteUnavailable', message: 'the site is down' };

export const failedAttempt = (n: number): TaskState['attempts'][number] => ({
  n,
  worker: 'w',
  started: '2026-11-23T02:00:00.000Z',
  finished: '2026-11-23T02:01:00.000Z',
  error: SITE_DOWN,
});

export const statusesOf = (answers: Answer[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

/** What the tests of steering do to a gateway's queue and tasks. */
export class OperatedQueue {
  constructor(private readonly gateway: GatewayUnderTest) {}

  /** In the queue's order. */
  async commands(): Promise<QueuedCommand[]> {
    const commands: QueuedCommand[] = [];
    for (let next = 1; ;) {
      const message = await this.gateway.client.nextStored(STREAMS.tasks, next);
      if (!message) return commands;
      const [id, messageId] = [message.header('Rotunda-Task-Id'), message.header('Nats-Msg-Id')];
      commands.push({ id, messageId, sequence: message.sequence, body: new TextDecoder().decode(message.data) });
      next = message.sequence + 1;
    }
  }

  async submit(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<string> {
    return (await this.gateway.post(`tasks/${path}`, body, headers)).body.task_id;
  }

  async state(id: string): Promise<TaskState> {
    return (await this.gateway.tasks.get(id))!.value;
  }

  async change(id: string, changes: Partial<TaskState>): Promise<void> {
    await this.gateway.tasks.put(id, { ...(await this.state(id)), ...changes });
  }

  sweep(): Promise<void> {
    return this.gateway.context.get(SubmissionSweep, { strict: false }).sweep();
  }

  /** Waits until the live state has the task in this state. */
  seen(id: string, isSo: (state: TaskState) => boolean = () => true): Promise<TaskState> {
    return eventually(`${id} in the lists`, async () => {
      const { body } = await this.gateway.get('tasks?limit=500');
      return body.data.find((one: TaskState) => one.id === id && isSo(one));
    });
  }
}
