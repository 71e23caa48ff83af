import type { LogLine } from './log-stream.js';

export const LEVELS = ['log', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

export interface LogFilter {
  /** This level and worse ones. */
  level: Level;
  /** Found in a line, without regard to case. */
  text: string;
}

export function filterLines(lines: readonly LogLine[], { level, text }: LogFilter): readonly LogLine[] {
  const least = LEVELS.indexOf(level);
  const wanted = text.trim().toLowerCase();
  if (least === 0 && wanted === '') return lines;
  return lines.filter(
    (line) =>
      LEVELS.indexOf(line.level) >= least &&
      (line.message.toLowerCase().includes(wanted) || line.task_id.toLowerCase().includes(wanted)),
  );
}
