import type { Schema } from '../types.js';

type LiveEvents = Schema<'LiveEvents'>;

export type LiveEventType = keyof LiveEvents;

/** The events of GET /api/v1/live, by their type. */
export type LiveEvent = { [Type in LiveEventType]: { type: Type; data: LiveEvents[Type] } }[LiveEventType];

/** An EventSource must be told each type: the compiler says if one is missing. */
const TYPES: Record<LiveEventType, true> = {
  ...({ ready: true, reset: true, nats: true, task: true, worker: true, 'worker-gone': true } as const),
  ...({ schedule: true, 'schedule-damaged': true, 'schedule-gone': true, site: true } as const),
  ...({ 'dead-letters': true, trade: true } as const),
};

export const LIVE_EVENTS = Object.keys(TYPES) as LiveEventType[];
