import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, validateSync } from 'class-validator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Command, Describe, ScrapeCommand, STREAMS } from '#rotunda/contracts';
import { addDays, easternDate } from '#rotunda/domain';
import { bodySchema } from '../../src/tasks/commands/command-schema.js';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';

let gateway: GatewayUnderTest;
const today = easternDate(new Date());

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());
afterEach(() => {
  gateway.now = null;
});

/** The queue's messages, as bodies. */
async function queued(): Promise<{ subject: string; body: string }[]> {
  const messages = [];
  for (let next = 1; ;) {
    const message = await gateway.client.nextStored(STREAMS.tasks, next);
    if (!message) return messages;
    messages.push({ subject: message.subject, body: new TextDecoder().decode(message.data) });
    next = message.sequence + 1;
  }
}

describe('POST tasks/scrape/house', () => {
  it.each([
    ['nothing', undefined, {}, `from ${addDays(today, -1)} to ${today}`],
    ['an empty object', {}, {}, `from ${addDays(today, -1)} to ${today}`],
    ['JSON null', null, {}, `from ${addDays(today, -1)} to ${today}`],
    ['an empty body with a JSON type', '', {}, `to ${today}`],
    ['days_back', { days_back: 7 }, { days_back: 7 }, `from ${addDays(today, -7)} to ${today}`],
    ['nulls', { days_back: null, start_date: null, end_date: null, expires_at: null }, {}, `to ${today}`],
    [
      'a window, where start_date beats days_back',
      { days_back: 3, start_date: '2024-02-29', end_date: '2024-03-01' },
      { days_back: 3, start_date: '2024-02-29', end_date: '2024-03-01' },
      'from 2024-02-29 to 2024-03-01',
    ],
    ['one day', { start_date: today, end_date: today }, { start_date: today, end_date: today }, `from ${today}`],
    ['what schedules send', { include_unknown: true }, { include_unknown: true }, `to ${today}`],
  ])('queues a command for %s', async (_what, body, args, window) => {
    const { status, body: answer } = await gateway.post('tasks/scrape/house', body);
    expect({ ...answer, http: status }).toEqual({
      http: 202,
      status: 'queued',
      task_id: expect.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
      message: expect.stringContaining(window),
    });
    expect((await queued()).at(-1)).toEqual({ subject: 'tasks.house.scrape', body: JSON.stringify(args) });
    const state = await gateway.get(`tasks/${answer.task_id}`);
    expect(state.body).toMatchObject({ state: 'PENDING', chamber: 'house', name: 'scrape', args });
  });

  it.each([
    [{ daysBack: 7 }, 'daysBack', /daysBack is not a known field; known fields: days_back, end_date, expires_at/],
    [{ days_back: '7' }, 'days_back', /whole number/],
    [{ days_back: 1.5 }, 'days_back', /whole number/],
    [{ days_back: true }, 'days_back', /whole number/],
    [{ days_back: [7] }, 'days_back', /whole number/],
    [{ days_back: {} }, 'days_back', /whole number/],
    [{ days_back: 0 }, 'days_back', /at least 1/],
    [{ days_back: 5001 }, 'days_back', /at most 5000/],
    [{ start_date: 20240229 }, 'start_date', /YYYY-MM-DD/],
    [{ start_date: '2025-02-30' }, 'start_date', /real date/],
    [{ start_date: '02/28/2025' }, 'start_date', /YYYY-MM-DD/],
    [{ end_date: '2025-01-01T00:00:00Z' }, 'end_date', /YYYY-MM-DD/],
    [{ include_unknown: 'true' }, 'include_unknown', /true or false/],
    [{ include_unknown: 1 }, 'include_unknown', /true or false/],
    [{ expires_at: 'tomorrow' }, 'expires_at', /ISO 8601/],
    [{ expires_at: '2099-01-01T00:00:00' }, 'expires_at', /with its zone, such as 2026-11-23T02:05:00Z/],
    [{ start_date: '1800-01-01' }, 'start_date', /begin on 2012-01-01 or later/],
    [{ end_date: '2012-03-01', days_back: 100 }, 'days_back', /begins on 2011-11-22, which is before/],
    [{ end_date: '2011-03-01' }, 'end_date', /begin on 2012-01-01 or later/],
    [
      { group: { id: 'a', size: 2, whole: { chamber: 'all', max_days: 1, args: { a: 'x\0' } } } },
      'group.whole.args.a',
      /must not contain U\+0000/,
    ],
    [{ group: { id: 'a.b', size: 2 } }, 'group.id', /group\.id must be a task id/],
    [{ group: { id: 'a', size: '2' } }, 'group.size', /group\.size must be a whole number/],
    [
      { group: { id: 'a', size: 2, more: 1 } },
      'group.more',
      /group\.more is not a known field; known fields: id, size/,
    ],
    [{ group: 'a' }, 'group', /group/],
    [{ days_back: JSON.parse('['.repeat(30) + ']'.repeat(30)) as unknown }, 'body', /nested too deeply/],
    [{ start_date: '2024-03-02', end_date: '2024-03-01' }, 'start_date', /must not be after end_date/],
    [{ end_date: addDays(today, 2) }, 'end_date', /in the future/],
    [{ start_date: addDays(today, 2) }, 'start_date', /must not be after end_date/],
  ])('refuses %j', async (body, field, reason) => {
    const before = await queued();
    const answer = await gateway.post('tasks/scrape/house', body);
    expectProblem(answer, 422, reason);
    expect(answer.body.errors).toEqual([{ field, message: expect.stringMatching(reason) }]);
    expect(await queued()).toEqual(before);
  });

  it.each([[[]], [[{ days_back: 7 }]], ['"days_back"'], ['7'], ['true']])(
    'refuses %j, which is not an object',
    async (body) => {
      expectProblem(await gateway.post('tasks/scrape/house', body), 422, /must be a JSON object/);
    },
  );

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('refuses the key %s', async (name) => {
    const answer = await gateway.post('tasks/scrape/house', `{"${name}": {"days_back": 7}}`);
    expectProblem(answer, 422, /is not a known field; known fields: days_back/);
  });

  it('makes the task a child of the group that it names', async () => {
    const group = { id: 'g-1', size: 2 };
    const { body } = await gateway.post('tasks/scrape/house', { days_back: 3, group });
    expect((await gateway.get(`tasks/${body.task_id}`)).body).toMatchObject({ args: { days_back: 3 }, group });
    expect(JSON.parse((await queued()).at(-1)!.body)).toEqual({ days_back: 3, group });
  });

  it('names every invalid field', async () => {
    const { body } = await gateway.post('tasks/scrape/house', { days_back: 0, end_date: 'x', more: 1 });
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'days_back',
      'end_date',
      'more',
    ]);
  });

  it('uses the date in Washington', async () => {
    gateway.now = new Date('2026-11-24T03:00:00Z');
    expect((await gateway.post('tasks/scrape/house')).body.message).toContain('from 2026-11-22 to 2026-11-23');
    expectProblem(
      await gateway.post('tasks/scrape/house', { end_date: '2026-11-24' }),
      422,
      /2026-11-23 in Washington/,
    );
  });

  it.each(['commons', 'lords'])('says that no scraper takes commands for %s', async (chamber) => {
    expectProblem(await gateway.post(`tasks/scrape/${chamber}`, {}), 404, /use one of .*house, all/);
  });
});

it.each(['a\0', 'a\uDC00'])(
  'POST tasks/reparse/house refuses a parser version that Postgres can’t hold: %j',
  async (text) => {
    const before = await queued();
    const answer = await gateway.post('tasks/reparse/house', { parser_version_not: text });
    expectProblem(answer, 422, /parser_version_not must not contain U\+0000 or an unpaired surrogate/);
    expect(await queued()).toEqual(before);
  },
);

describe('POST tasks/check/house', () => {
  it('queues a check', async () => {
    const { status, body } = await gateway.post('tasks/check/house', { expires_at: '2099-01-01T00:00:00Z' });
    expect(status).toBe(202);
    expect(body).toMatchObject({ status: 'queued', message: 'The house’s site will be checked.' });
    expect((await queued()).at(-1)?.subject).toBe('tasks.house.check');
  });

  it('accepts no window', async () => {
    const answer = await gateway.post('tasks/check/house', { days_back: 7 });
    expectProblem(answer, 422, /days_back is not a known field; known fields: expires_at/);
  });
});

describe('Idempotency-Key', () => {
  const key = (value: string) => ({ 'idempotency-key': value });

  it('that is empty is refused: all clients would share it', async () => {
    const answer = await gateway.post('tasks/check/house', {}, key(''));
    expectProblem(answer, 400, /Idempotency-Key must not be empty: send .* or leave the header out/);
  });

  it('is one task for one key, also if requests overlap', async () => {
    const before = (await queued()).length;
    const asked = Array.from({ length: 5 }, () => gateway.post('tasks/scrape/house', { days_back: 2 }, key('a/b ü')));
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ body }) => body.task_id)).size).toBe(1);
    expect(await queued()).toHaveLength(before + 1);
  });

  it('is refused with another command', async () => {
    await gateway.post('tasks/scrape/house', { days_back: 2 }, key('other'));
    const answer = await gateway.post('tasks/scrape/house', { days_back: 3 }, key('other'));
    expectProblem(answer, 422, /send a new key for a new command/);
    expectProblem(await gateway.post('tasks/check/house', {}, key('other')), 422, /send a new key/);
  });
});

describe('the descriptions of commands', () => {
  it('have the limits of the validation', () => {
    const { minimum, maximum } = bodySchema(ScrapeCommand).properties['days_back']!;
    const isTaken = (days_back: number): boolean =>
      validateSync(plainToInstance(ScrapeCommand, { days_back })).length === 0;
    expect([minimum! - 1, minimum!, maximum!, maximum! + 1].map(isTaken)).toEqual([false, true, true, false]);
  });

  it('leave no field out', () => {
    class Undescribed extends Command {
      @IsInt()
      level!: number;
    }
    expect(() => bodySchema(Undescribed)).toThrow("The field level of Undescribed has no @Describe('…').");
  });

  it('name what must be given, and what must be one of a list', () => {
    class Given extends Command {
      @Describe('How much')
      @IsIn(['all', 'some'])
      extent!: string;
    }
    const { required, properties } = bodySchema(Given);
    expect(required).toEqual(['extent']);
    expect(properties['extent']).toEqual({ type: 'string', enum: ['all', 'some'], description: 'How much' });
    expect(properties['unique']).toMatchObject({ type: 'boolean', nullable: true });
  });
});
