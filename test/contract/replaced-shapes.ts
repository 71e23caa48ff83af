import { expect } from 'vitest';

/**
 * The answers of the Celery system that Rotunda replaces, as its clients read them. Each function expects an answer to
 * have these fields, of these types. Further fields are allowed.
 */

const TEXT = expect.stringMatching(/./) as string;
const OBJECT = { asymmetricMatch: isObject, toString: () => 'an object' };
const COUNT = { asymmetricMatch: isCount, toString: () => 'a count' };
const LIST = expect.any(Array) as unknown[];
const TASK_NAME = expect.stringMatching(/^tasks\.(senate|house)\.(scrape|check|reparse)$/) as string;
const WORKER_NAME = /^(senate|house)-scraper(-[2-9]|-[1-9]\d+)?@.+$/;
const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/) as string;
const STATUS = expect.stringMatching(/^(PENDING|STARTED|RETRY|SUCCESS|FAILURE|REVOKED)$/) as string;

const TASK = { worker: TEXT, task_id: TEXT, task_name: TASK_NAME, args: [], kwargs: OBJECT };

export function expectQueued(answer: unknown): void {
  expect(answer).toMatchObject({ task_id: TEXT, status: 'queued', message: TEXT });
}

export function expectStatus(answer: { status: string; result?: unknown; error?: unknown }): void {
  expect(answer).toMatchObject({ task_id: TEXT, status: STATUS });
  if (answer.result !== undefined || answer.status === 'SUCCESS') expectResult(answer.result);
  if (answer.error !== undefined || answer.status === 'FAILURE') expect(answer.error).toEqual(TEXT);
}

function expectResult(result: unknown): void {
  expect(result).toMatchObject({
    status: expect.stringMatching(/^(success|partial)$/),
    chamber: expect.stringMatching(/^(senate|house|all)$/),
    stats: { total: COUNT, saved: COUNT, skipped: COUNT, errors: COUNT },
  });
}

export function expectActive(answer: { active_tasks: object[] }): void {
  expect(answer).toMatchObject({ active_tasks: LIST, worker_count: COUNT });
  for (const task of answer.active_tasks) expect(task).toMatchObject(TASK);
}

export function expectScheduled(answer: { scheduled_tasks: object[] }): void {
  expect(answer).toMatchObject({ scheduled_tasks: LIST, worker_count: COUNT });
  for (const task of answer.scheduled_tasks) expect(task).toMatchObject({ ...TASK, eta: INSTANT });
}

export function expectStats(answer: { workers: Record<string, { total_tasks: object }>; worker_count: number }): void {
  const status = answer.worker_count === 0 ? 'no_workers' : 'ok';
  expect(answer).toMatchObject({ status, workers: OBJECT, worker_count: Object.keys(answer.workers).length });
  for (const [name, worker] of Object.entries(answer.workers)) {
    expect(name).toMatch(WORKER_NAME);
    expect(worker).toMatchObject({ pool_size: COUNT, active_tasks: COUNT, total_tasks: OBJECT });
    for (const total of Object.entries(worker.total_tasks)) expect(total).toEqual([TASK_NAME, COUNT]);
  }
}

export function expectHealth(answer: { status: string }): void {
  const message = answer.status === 'healthy' ? 'Task system is operational' : TEXT;
  const status = expect.stringMatching(/^(healthy|unhealthy)$/) as string;
  expect(answer).toMatchObject({ status, message, workers: COUNT, degraded: LIST });
}

export function expectCancelled(answer: unknown): void {
  expect(answer).toMatchObject({ status: 'cancelled', task_id: TEXT, message: TEXT });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
