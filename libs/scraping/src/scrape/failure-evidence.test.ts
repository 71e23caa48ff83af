import { setImmediate } from 'node:timers/promises';
import type { AttemptEvidence } from '#rotunda/contracts';
import type { EvidencePage } from '#rotunda/persistence';
import { systemClock } from '#rotunda/runtime';
import { StopAttempt } from '#rotunda/tasks';
import { describe, expect, it, vi } from 'vitest';
import { Courtesy } from '../fetch/courtesy.js';
import { FailureEvidence } from './failure-evidence.js';
import { beginExchange } from '../fetch/last-exchange.js';
import { OwnBudget } from '../budget/request-budget.js';

const DOWN = new Error('the site is down');
const PAGE = Buffer.from('<h1>503</h1>');

function archive(save: (page: EvidencePage) => Promise<string> = ({ mediaType }) => Promise.resolve(mediaType)) {
  const saveEvidence = vi.fn<(page: EvidencePage, at: Date) => Promise<string>>(save);
  return { saveEvidence, evidence: new FailureEvidence({ saveEvidence }, systemClock) };
}

function task(id = 'a') {
  const controller = new AbortController();
  const kept: AttemptEvidence[] = [];
  const keepEvidence = (evidence: AttemptEvidence): void => void kept.push(evidence);
  return { id, signal: controller.signal, keepEvidence, controller, kept };
}

/** Sends a request and finds the site down. */
function fail(url = 'https://site.test/a', bytes: Uint8Array = PAGE): never {
  const headers = new Headers({ 'content-type': 'text/html' });
  Object.assign(beginExchange(url), { status: 503, headers, bytes, picture: () => Promise.resolve(Buffer.of(1)) });
  throw DOWN;
}

const SEEN = { url: 'https://site.test/a', status: 503, headers: { 'content-type': 'text/html' } };

describe('the evidence of a failure', () => {
  it('is the last exchange with its page and picture; the error is rethrown unchanged', async () => {
    const { evidence } = archive();
    const failing = task();
    const work = async (): Promise<never> => {
      beginExchange('https://site.test/before');
      await setImmediate();
      return fail();
    };
    await expect(evidence.during(failing, work)).rejects.toBe(DOWN);
    expect(failing.kept.at(-1)).toEqual({ ...SEEN, page_sha256: 'text/html', screenshot_sha256: 'image/png' });
  });

  it('is not kept for work that succeeds or sends no request', async () => {
    const { evidence, saveEvidence } = archive();
    const [good, silent] = [task(), task()];
    expect(await evidence.during(good, async () => beginExchange('https://site.test/a').status)).toBeNull();
    await expect(evidence.during(silent, () => Promise.reject(DOWN))).rejects.toBe(DOWN);
    expect([good.kept, silent.kept, saveEvidence.mock.calls]).toEqual([[], [], []]);
  });

  it('is kept per task, even where tasks take turns at the site', async () => {
    const { evidence } = archive();
    const limits = { SITE_TRIES: 1, SITE_RETRY_DELAY_MS: 0, SITE_TIMEOUT_MS: 60_000 };
    const courtesy = new Courtesy(new OwnBudget(0), limits);
    const tasks = ['a', 'b', 'c'].map((id) => task(id));
    const asking = tasks.map((each) =>
      evidence.during(each, () => courtesy.ask(each.signal, async () => fail(`https://site.test/${each.id}`))),
    );
    expect((await Promise.allSettled(asking)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    expect(tasks.map(({ kept }) => kept.at(-1)!.url)).toEqual(['a', 'b', 'c'].map((id) => `https://site.test/${id}`));
  });

  it('has no page or picture where the archive or the picture fails, or the page is too large', async () => {
    const away = archive(() => Promise.reject(new Error('Postgres is away')));
    const failing = task();
    await expect(away.evidence.during(failing, async () => fail())).rejects.toBe(DOWN);
    expect(failing.kept.at(-1)).toEqual(SEEN);

    const { evidence, saveEvidence } = archive();
    const work = async (): Promise<never> => {
      beginExchange('https://site.test/a').picture = () => Promise.reject(new Error('the page hangs'));
      throw DOWN;
    };
    await expect(evidence.during(task(), work)).rejects.toBe(DOWN);
    await expect(
      evidence.during(task(), async () => fail('https://site.test/a', Buffer.alloc(9 * 1024 * 1024))),
    ).rejects.toBe(DOWN);
    expect(saveEvidence.mock.calls.map(([{ mediaType }]) => mediaType)).toEqual(['image/png']);
  });

  it('does not wait for an archive that does not answer', async () => {
    const { evidence } = archive(() => new Promise(() => undefined));
    const failing = task();
    await expect(evidence.during(failing, async () => fail())).rejects.toBe(DOWN);
    expect(failing.kept.at(-1)).toEqual(SEEN);
  });

  it('does not delay the cancelling of a task: nothing is archived', async () => {
    const { evidence, saveEvidence } = archive();
    const cancelled = task();
    cancelled.controller.abort(new StopAttempt('cancelled'));
    await expect(evidence.during(cancelled, async () => fail())).rejects.toBe(DOWN);
    expect(cancelled.kept).toEqual([SEEN]);
    expect(saveEvidence).not.toHaveBeenCalled();
  });
});
