import type { ScrapeResult } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { type ChamberTask, foldByChamber } from './chamber-parts.js';

const result = (start_date: string, parsed: number): ScrapeResult => ({
  status: 'success',
  chamber: 'house',
  start_date,
  end_date: start_date,
  stats: { total: parsed, saved: parsed, skipped: 0, errors: 0 },
  filings: { listed: parsed, known: 0, parsed, paper: 0, needs_review: 0, unavailable: 0, failed: 0 },
  warnings: [],
});
const done = (start: string, parsed: number): ChamberTask => ({
  chamber: 'house',
  state: 'SUCCESS',
  progress: { phase: 'documents', done: parsed, total: parsed, saved: parsed, skipped: 0, errors: 0 },
  result: result(start, parsed),
});
const waiting: ChamberTask = {
  chamber: 'house',
  state: 'PENDING',
  progress: { phase: 'queued', done: 0, total: 0, saved: 0, skipped: 0, errors: 0 },
};

describe('foldByChamber', () => {
  it('adds up the parts of a long window', () => {
    const [whole, ...others] = foldByChamber([done('2025-01-01', 2), done('2026-01-01', 3)]);
    expect(others).toEqual([]);
    expect(whole).toMatchObject({
      state: 'SUCCESS',
      progress: { done: 5, total: 5, saved: 5 },
      result: { start_date: '2025-01-01', end_date: '2026-01-01', stats: { saved: 5 }, filings: { parsed: 5 } },
    });
  });

  it('has no result before the last part has one, and shows the phase of an unfinished part', () => {
    const [whole] = foldByChamber([done('2025-01-01', 2), waiting]);
    expect(whole).toMatchObject({ state: 'PENDING', progress: { phase: 'queued', done: 2 } });
    expect(whole).not.toHaveProperty('result');
  });

  it('shows the error that keeps it from success', () => {
    const error = { code: 'LayoutChanged', message: 'the header is not known' };
    const [whole] = foldByChamber([done('2025-01-01', 2), { ...waiting, state: 'FAILURE', error }, waiting]);
    expect(whole).toMatchObject({ state: 'FAILURE', error });
  });
});
