import type { CheckResult } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { CheckHandler } from './check.handler.js';
import { ReparseHandler } from './reparse.handler.js';
import { ScrapeHandler } from './scrape.handler.js';
import { Handles, handlersOf } from './task-handler.js';

@Handles('check')
class QuickCheck {
  run(): Promise<CheckResult> {
    return Promise.resolve({ status: 'success', chamber: 'house', checks: [] });
  }
}

class Unmarked {}

describe('the handlers of a chamber', () => {
  it('are one per kind', () => {
    const handlers = handlersOf('house', [CheckHandler, ReparseHandler, ScrapeHandler]);
    expect(Object.fromEntries(handlers)).toEqual({
      scrape: ScrapeHandler,
      check: CheckHandler,
      reparse: ReparseHandler,
    });
  });

  it.each([
    ['missing', [ScrapeHandler, CheckHandler], "reparse has no handler: add a class with @Handles('reparse')"],
    [
      'duplicate',
      [ScrapeHandler, CheckHandler, ReparseHandler, QuickCheck],
      'CheckHandler and QuickCheck both handle check: keep only one',
    ],
    [
      'without a kind',
      [ScrapeHandler, CheckHandler, ReparseHandler, Unmarked],
      'Unmarked handles no kind of the house: correct its @Handles',
    ],
  ])('must not be %s', (_how, classes, complaint) => {
    expect(() => handlersOf('house', classes)).toThrow(complaint);
  });
});
