import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { describe, expect, it } from 'vitest';
import {
  derivedTaskId,
  isTaskId,
  messageId,
  movedMessageId,
  childrenUpTo,
  parseCommandSubject,
  runOf,
  ScrapeCommand,
  tickId,
  tradeSubject,
} from './index.js';

const complaints = (body: object): string[] =>
  validateSync(plainToInstance(ScrapeCommand, body), { whitelist: true, forbidNonWhitelisted: true }).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );

describe('scrape commands', () => {
  it.each([
    {},
    { days_back: 7 },
    { days_back: null, start_date: '2024-02-29', end_date: '2024-03-01' },
    { expires_at: '2026-11-23T02:05:00Z', include_unknown: true },
    { expires_at: '2026-11-23T02:05+05:30' },
    { expires_at: '2026-11-22T21:05:00.000-0500' },
  ])('accepts %j', (body) => {
    expect(complaints(body)).toEqual([]);
  });

  it.each([
    [{ days_back: 0 }, 'at least 1'],
    [{ days_back: 5001 }, 'at most 5000'],
    [{ days_back: '7' }, 'whole number'],
    [{ start_date: '2025-02-30' }, 'real date'],
    [{ start_date: '2/3/2025' }, 'YYYY-MM-DD'],
    [{ daysBack: 7 }, 'should not exist'],
    [{ expires_at: 'tomorrow' }, 'ISO 8601'],
    [{ expires_at: '2026-11-23T02:05:00' }, 'with its zone'],
    [{ expires_at: '2026-11-23' }, 'with its zone'],
    [{ expires_at: '2026-02-30T02:05:00Z' }, 'ISO 8601'],
    [{ expires_at: '2026-11-23T02:05:00+25:00' }, 'ISO 8601'],
    [{ start_date: '0000-01-01' }, 'real date'],
  ])('rejects %j', (body, reason) => {
    expect(complaints(body).join()).toContain(reason);
  });
});

describe('ids', () => {
  it('a message id contains the run of its task', () => {
    expect(runOf(messageId('weekly-house', 3), 'weekly-house')).toBe(3);
    expect(runOf(undefined, 'weekly-house')).toBe(1);
    expect(runOf('something-else', 'weekly-house')).toBe(1);
    expect(runOf(`weekly-house-${Number.MAX_SAFE_INTEGER}`, 'weekly-house')).toBe(1);
    expect(runOf('weekly-house-1e3', 'weekly-house')).toBe(1);
    expect(runOf(movedMessageId('weekly-house', 3), 'weekly-house')).toBe(3);
  });

  it('a derived id is the same for each delivery, and fits a KV key', () => {
    const published = new Date('2026-11-23T02:00:00.123Z');
    expect(derivedTaskId(7, published)).toBe(derivedTaskId(7, new Date(published)));
    expect(isTaskId(derivedTaskId(7, published))).toBe(true);
  });

  it.each(['', 'a.b', 'a b', 'ü', 'x'.repeat(129)])('%j is not a task id', (id) => {
    expect(isTaskId(id)).toBe(false);
  });

  it('a tick’s id is derived from its instant', () => {
    expect(tickId('daily', 'house', new Date('2026-11-23T02:00:00Z'))).toBe('daily-house-20261123T020000Z');
  });
});

describe('subjects', () => {
  it('parses command subjects only', () => {
    expect(parseCommandSubject('tasks.house.scrape')).toEqual({ chamber: 'house', name: 'scrape' });
    expect(parseCommandSubject('tasks.house.scrape.now')).toBeNull();
    expect(parseCommandSubject('tasks.house.check.long')).toBeNull();
    expect(parseCommandSubject('tasks.senate.reparse.long')).toEqual({ chamber: 'senate', name: 'reparse' });
    expect(parseCommandSubject('tasks.lords.scrape')).toBeNull();
  });

  it('a ticker becomes one token', () => {
    expect(tradeSubject('house', 'BRK.B')).toBe('disclosures.trade.house.BRK_B');
    expect(tradeSubject('house', null)).toBe('disclosures.trade.house._');
  });
});

describe('childrenUpTo', () => {
  it('returns the children of a chamber’s group from the first to the given one', () => {
    const group = 'daily-house-20261123T020000Z';
    expect(childrenUpTo(`${group}-house-3`, 'house')).toEqual([1, 2, 3].map((n) => `${group}-house-${n}`));
  });

  it.each(['daily-house-20261123T020000Z', 'daily', 'nats-7-m1x', 'daily-senate-3', 'x-house-99999'])(
    'returns only %s, which is not a child of a House group',
    (id) => expect(childrenUpTo(id, 'house')).toEqual([id]),
  );
});
