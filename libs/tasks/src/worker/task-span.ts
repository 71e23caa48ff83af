import type { TaskState } from '#rotunda/contracts';
import type { Delivery } from '#rotunda/messaging';
import { type SpanOptions, traceOf } from '#rotunda/runtime';
import { lastAttemptNumber } from '../state/task-transitions.js';

/** The span of an attempt, by OpenTelemetry's semantic conventions for messaging. */
export const processing = (state: TaskState, delivery: Delivery, now: Date): SpanOptions => ({
  kind: 'consumer',
  from: traceOf((name) => delivery.header(name)),
  attributes: {
    'messaging.system': 'nats',
    'messaging.operation.name': 'process',
    'messaging.operation.type': 'process',
    'messaging.destination.name': delivery.subject,
    'messaging.message.id': state.id,
    'rotunda.task.id': state.id,
    'rotunda.task.run': state.run,
    'rotunda.task.attempt': lastAttemptNumber(state),
    'rotunda.task.waited_ms': now.getTime() - delivery.publishedAt.getTime(),
  },
});
