import type { Schema } from '../types.js';

/** The events of GET /api/v1/live. */
export type LiveEvent =
  | { type: 'ready'; data: object }
  | { type: 'reset'; data: object }
  | { type: 'nats'; data: { connected: boolean } }
  | { type: 'task'; data: Schema<'TaskView'> }
  | { type: 'worker'; data: { id: string; name: string } & Record<string, unknown> }
  | { type: 'worker-gone'; data: { id: string } }
  | { type: 'schedule'; data: { name: string } & Record<string, unknown> }
  | { type: 'schedule-gone'; data: { name: string } }
  | { type: 'site'; data: { chamber: string } & Record<string, unknown> }
  | { type: 'dead-letters'; data: { count: number } }
  | { type: 'trade'; data: Record<string, unknown> };

export type LiveEventType = LiveEvent['type'];

export const LIVE_EVENTS = [
  ...(['ready', 'reset', 'nats', 'task', 'worker', 'worker-gone', 'schedule', 'schedule-gone'] as const),
  ...(['site', 'dead-letters', 'trade'] as const),
] satisfies LiveEventType[];
