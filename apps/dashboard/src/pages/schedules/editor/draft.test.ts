import { describe, expect, it } from 'vitest';
import type { ScheduleEntry } from '../use-schedules.js';
import { argsOf, changesBetween, definitionOf, draftOf, faultsOf, newDraft } from './draft.js';

const DAILY: ScheduleEntry = {
  ...{ name: 'daily', cron: '0 2 * * *', every: null, timezone: 'UTC', task: 'scrape', args: { days_back: 1 } },
  ...{ chambers: ['senate', 'house'], overlap: 'skip', catch_up: 'latest', expires: false },
  ...{ paused_at: null, last_fire: null, last_tasks: {}, next_fire: null, next_fires: [] },
};

describe('the draft of a schedule', () => {
  it('is sent as it was read if nothing was changed', () => {
    const { name: _name, every: _every, ...sent } = DAILY;
    expect(sent).toMatchObject(definitionOf(draftOf(DAILY)));
    const often = { ...DAILY, cron: null, every: '15m' };
    expect(definitionOf(draftOf(often))).toMatchObject({ every: '15m' });
    expect(definitionOf(draftOf(often))).not.toHaveProperty('cron');
  });

  it('says which fields can’t be sent', () => {
    expect(faultsOf(newDraft('nightly'))).toEqual({});
    const draft = { ...newDraft(' '), chambers: [], args: '[1]' };
    expect(Object.keys(faultsOf(draft))).toEqual(['name', 'chambers', 'args']);
    expect([argsOf(''), argsOf('{"a": 1}'), argsOf('null'), argsOf('{')]).toEqual([{}, { a: 1 }, null, null]);
  });

  it('shows what somebody else has edited', () => {
    expect(changesBetween(DAILY, { ...DAILY, cron: '0 3 * * *', last_fire: '2026-01-01T02:00:00Z' })).toEqual([
      'cron: "0 2 * * *" → "0 3 * * *"',
    ]);
  });
});
