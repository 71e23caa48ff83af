import { describe, expect, it } from 'vitest';
import type { TaskState } from '#rotunda/contracts';
import { ended } from '../../../test/tasks/task-samples.js';
import { changedLayouts } from './site-layouts.js';

type Verdict = [name: TaskState['name'], outcome: 'ok' | 'LayoutChanged' | 'SiteUnavailable'];

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 2, minute));

/** Tasks of the House that ended one after the other. */
const inTurn = (verdicts: Verdict[]): TaskState[] =>
  verdicts.map(([name, outcome], i) =>
    ended(
      `t-${i}`,
      at(i),
      outcome === 'ok' ? { name } : { name, state: 'FAILURE', error: { code: outcome, message: 'the header' } },
    ),
  );
const changedBy = (verdicts: Verdict[]): string[] =>
  changedLayouts(inTurn(verdicts).toReversed()).map(({ task }) => task.id);

describe('changedLayouts', () => {
  it.each<[string, Verdict[], string[]]>([
    ['where nothing ran', [], []],
    [
      'where all is well',
      [
        ['scrape', 'ok'],
        ['check', 'ok'],
      ],
      [],
    ],
    [
      'where a scrape found it changed',
      [
        ['scrape', 'ok'],
        ['scrape', 'LayoutChanged'],
      ],
      ['t-1'],
    ],
    [
      'where a check found it changed',
      [
        ['scrape', 'ok'],
        ['check', 'LayoutChanged'],
      ],
      ['t-1'],
    ],
    [
      'where an outage followed',
      [
        ['scrape', 'LayoutChanged'],
        ['scrape', 'SiteUnavailable'],
      ],
      ['t-0'],
    ],
    [
      'where a check succeeds, which sees no document',
      [
        ['scrape', 'LayoutChanged'],
        ['check', 'ok'],
      ],
      ['t-0'],
    ],
    [
      'where a scrape succeeded since',
      [
        ['scrape', 'LayoutChanged'],
        ['scrape', 'ok'],
      ],
      [],
    ],
    [
      'where a scrape succeeded since a check failed',
      [
        ['check', 'LayoutChanged'],
        ['scrape', 'ok'],
      ],
      [],
    ],
    [
      'where a check succeeded since one failed',
      [
        ['check', 'LayoutChanged'],
        ['check', 'ok'],
      ],
      [],
    ],
  ])('finds the changed sites %s', (_when, verdicts, wanted) => {
    expect(changedBy(verdicts)).toEqual(wanted);
  });

  it('tells the chambers apart', () => {
    const [house] = inTurn([['scrape', 'LayoutChanged']]);
    const senate = ended('s', at(5), { chamber: 'senate' });
    expect(changedLayouts([senate, house!])).toEqual([{ chamber: 'house', task: house }]);
  });

  it('is not cleared by a check that did not ask the site', () => {
    const unasked: TaskState = {
      ...ended('t-1', at(1), { name: 'check' }),
      result: { status: 'partial', chamber: 'house', checks: [] },
    };
    const [changed] = inTurn([['check', 'LayoutChanged']]);
    expect(changedLayouts([unasked, changed!]).map(({ task }) => task.id)).toEqual(['t-0']);
  });
});
