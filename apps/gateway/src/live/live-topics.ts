export const LIVE_TOPICS = ['tasks', 'workers', 'schedules', 'sites', 'dead-letters', 'trades'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];
