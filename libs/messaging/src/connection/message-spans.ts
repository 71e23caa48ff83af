import type { SpanOptions } from '#rotunda/runtime';

/** By OpenTelemetry's semantic conventions for messaging. */
export const sending = (subject: string, id: string): SpanOptions => ({
  kind: 'producer',
  attributes: {
    'messaging.system': 'nats',
    'messaging.operation.name': 'publish',
    'messaging.operation.type': 'send',
    'messaging.destination.name': subject,
    'messaging.message.id': id,
  },
});
