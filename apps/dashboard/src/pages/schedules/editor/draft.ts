import type { paths } from '../../../api/schema.js';
import { CHAMBERS } from '../../../api/task-kinds.js';
import type { ScheduleEntry } from '../use-schedules.js';

export type Definition = NonNullable<
  paths['/api/v1/schedules/{name}']['put']['requestBody']
>['content']['application/json'];
export type Chamber = ScheduleEntry['chambers'][number];

/** A schedule as it stands in the form: what is typed may be wrong. */
export interface Draft {
  name: string;
  by: 'cron' | 'every';
  cron: string;
  every: string;
  timezone: string;
  task: Definition['task'];
  chambers: Chamber[];
  /** JSON. */
  args: string;
  overlap: ScheduleEntry['overlap'];
  catch_up: ScheduleEntry['catch_up'];
  expires: boolean;
}

/** As the gateway completes it. */
export const newDraft = (name: string): Draft => ({
  ...{ name, by: 'cron', cron: '0 2 * * *', every: '15m', timezone: 'UTC' },
  ...{ task: 'scrape', chambers: [...CHAMBERS], args: '{}', overlap: 'skip', catch_up: 'latest', expires: false },
});

export const draftOf = (entry: ScheduleEntry): Draft => ({
  ...newDraft(entry.name),
  by: entry.every === null ? 'cron' : 'every',
  ...(entry.cron !== null && { cron: entry.cron }),
  ...(entry.every !== null && { every: entry.every }),
  timezone: entry.timezone,
  task: entry.task,
  chambers: entry.chambers,
  args: JSON.stringify(entry.args, null, 2),
  overlap: entry.overlap,
  catch_up: entry.catch_up,
  expires: entry.expires,
});

/** The fields of the command; null if the text is not a JSON object. */
export function argsOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** What a form can check by itself; by field. */
export function faultsOf(draft: Draft): Record<string, string> {
  return {
    ...(draft.name.trim() === '' && { name: 'Give it a name, such as nightly.' }),
    ...(draft.chambers.length === 0 && { chambers: 'Choose at least one chamber.' }),
    ...(argsOf(draft.args) === null && { args: 'This is not a JSON object. An empty one is {}.' }),
  };
}

export const definitionOf = (draft: Draft): Definition => ({
  ...(draft.by === 'cron'
    ? { cron: draft.cron.trim(), timezone: draft.timezone.trim() }
    : { every: draft.every.trim() }),
  ...{ task: draft.task, chambers: draft.chambers, args: argsOf(draft.args) ?? {} },
  ...{ overlap: draft.overlap, catch_up: draft.catch_up, expires: draft.expires },
});

const EDITED = ['cron', 'every', 'timezone', 'task', 'chambers', 'args', 'overlap', 'catch_up', 'expires'] as const;

/** What somebody edited: `cron: "0 2 * * *" → "0 3 * * *"`. */
export const changesBetween = (before: ScheduleEntry, after: ScheduleEntry): string[] =>
  EDITED.flatMap((field) => {
    const [was, is] = [JSON.stringify(before[field]), JSON.stringify(after[field])];
    return was === is ? [] : [`${field}: ${was} → ${is}`];
  });
