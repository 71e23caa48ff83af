import { logSubject, STREAMS, type TaskLogLine } from '#rotunda/contracts';
import { readStored } from '#rotunda/messaging';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from './house-under-test.js';

let stack: ChamberStack;

beforeEach(async () => {
  stack = await ChamberStack.start(houseWithInterval(0));
});
afterEach(() => stack.stop());

async function linesOf(id: string): Promise<string[]> {
  const place = { stream: STREAMS.taskLogs, subject: logSubject(id), after: 0 };
  const lines = await readStored(stack.nats.client, place);
  return lines.map(({ data }) => {
    const { level, message } = JSON.parse(Buffer.from(data).toString()) as TaskLogLine;
    return `${level} ${message}`;
  });
}

it('a scrape’s log says what was listed, what became of each filing, and what had to be asked again', async () => {
  await stack.startScraper({ SITE_RETRY_DELAY_MS: '10' });
  stack.site.faults = { faults: [{ kind: 'overloaded', times: 1 }] };
  const id = await stack.submit();
  const { result } = await stack.ended(id);
  const lines = await linesOf(id);
  expect(lines[0]).toBe('log Attempt 1 started (run 1, retry 0 of 3).');
  expect(lines[1]).toMatch(/^log Listing what was filed from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d\.$/);
  expect(lines[2]).toMatch(/^warn http.* answered 503 Service Unavailable\. Try 2 of \d follows in 0\.01 s\.$/);
  const { filings } = result as { filings: { listed: number } };
  expect(filings.listed).toBeGreaterThan(0);
  const perFiling = lines.filter((line) => /: .*\d+ transactions saved/.test(line) && !/ filings: /.test(line));
  expect(perFiling).toHaveLength(filings.listed);
  expect(lines.at(-1)).toBe('log Done.');
});
