import { logSubject, STREAMS, type ScrapeResult, type TaskLogLine } from '#rotunda/contracts';
import { readStored } from '#rotunda/messaging';
import { byTier, describeAll, eventually, fixturesFolder, itAll, type ServiceProcess } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../../apps/stand-ins/src/faults.js';
import { ChamberStack, type ChamberUnderTest } from './chamber-stack.js';

const fixtures = fixturesFolder();

/** The transaction that last wrote each row of the disclosures. */
const VERSIONS = ['filings', 'transactions', 'filing_lineage', 'transaction_lineage', 'outbox']
  .map((table) => `SELECT '${table}', xmin::text, count(*) FROM ${table} GROUP BY 1, 2`)
  .join(' UNION ALL ')
  .concat(' ORDER BY 1, 2');

/** An answer that never comes in the test. */
const NEVER_MS = 60 * 60_000;

const byStart = (a: { started: string }, b: { started: string }): number =>
  Date.parse(a.started) - Date.parse(b.started);

const sumOf = ({ listed: _listed, ...rest }: ScrapeResult['filings']): number =>
  Object.values(rest).reduce((sum, count) => sum + count, 0);

const scansOf = ({ paper, paper_read = 0, paper_review = 0 }: ScrapeResult['filings']): number =>
  paper + paper_read + paper_review;

export interface Expectations {
  /** Paths of the stand-in's documents, as a pattern for its faults. */
  documents: string;
  /** Paths of its listing. */
  listing: string;
  /** Paths that a second scrape may request: the listing, but no document. */
  isOfListing: (path: string) => boolean;
  /** Faults of this site only. */
  ownFaults: Fault[];
  /** What the folder of real documents has; the trades are those of electronic filings. */
  realDocuments: { listed: number; parsed: number; scans: number; trades: number };
}

/** The behaviour of every scraper, whatever its site: the same commands, states, counts and faults. */
export function describeScraper(subject: ChamberUnderTest, expected: Expectations): void {
  let stack: ChamberStack;
  beforeAll(async () => {
    stack = await ChamberStack.start(subject);
  });
  afterAll(() => stack.stop());

  const externalIds = async (where: string): Promise<string[]> =>
    (await stack.rows<{ external_id: string }>(`SELECT external_id FROM filings WHERE ${where}`)).map(
      ({ external_id }) => external_id,
    );

  /** The same code does it for both chambers: `npm test` shows it for one. */
  const itOnce = subject.chamber === 'house' ? it : itAll;

  /** One scrape of everything. No test changes it for the next; the last one repeats it. */
  describe(`a scrape of the ${subject.chamber}`, () => {
    let id: string;
    let first: ScrapeResult;
    beforeAll(async () => {
      await stack.useScraper();
      stack.site.faults = { faults: [{ kind: 'overloaded', times: 1 }] };
      id = await stack.submit();
      first = (await stack.ended(id)).result as ScrapeResult;
    });
    afterAll(() => stack.reset());

    it('accounts for every filing', async () => {
      expect(first.filings.listed).toBe(stack.site.filings);
      expect(sumOf(first.filings)).toBe(first.filings.listed);
      expect(first.filings).toMatchObject({ known: 0, unavailable: 0, failed: 0 });
      expect(first.stats.saved).toBe(await stack.count('transactions WHERE superseded_at IS NULL'));
      expect(first.stats.errors).toBe(0);
    });

    it('logs what was listed, what became of each filing, and which requests were retried', async () => {
      const place = { stream: STREAMS.taskLogs, subject: logSubject(id), after: 0 };
      const lines = (await readStored(stack.nats.client, place)).map(({ data }) => {
        const { level, message } = JSON.parse(Buffer.from(data).toString()) as TaskLogLine;
        return `${level} ${message}`;
      });
      expect(lines[0]).toBe('log Attempt 1 started (run 1, retry 0 of 3).');
      expect(lines[1]).toMatch(/^log Listing the filings of \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d\.$/);
      expect(lines[2]).toMatch(/^warn http.* answered 503 Service Unavailable\. Try 2 of \d follows in 0\.02 s\.$/);
      const perFiling = lines.filter((line) => /: .*\d+ transactions saved/.test(line) && !/ filings: /.test(line));
      expect(perFiling).toHaveLength(first.filings.listed);
      expect(lines.at(-1)).toBe('log Done.');
    });

    it('announces each trade once, and each filing', async () => {
      const { stats, filings } = first;
      const announced = await eventually('all announcements', async () => {
        const { state } = await stack.nats.client.manager.streams.info(STREAMS.disclosures);
        return state.messages >= (await stack.count('outbox')) ? state.messages : null;
      });
      await eventually('an empty outbox', async () => (await stack.count('outbox WHERE sent_at IS NULL')) === 0);
      expect(announced).toBe(await stack.count('outbox'));
      expect(await stack.count(`outbox WHERE payload->>'type' = 'rotunda.trade.new'`)).toBe(stats.saved);
      expect(await stack.count(`outbox WHERE payload->>'type' = 'rotunda.filing.new'`)).toBe(filings.listed);
      const message = await stack.nats.client.nextStored(STREAMS.disclosures, 1);
      expect(JSON.parse(new TextDecoder().decode(message!.data))).toMatchObject({ specversion: '1.0', backfill: true });
    });

    it('counts a trade once, even where reports amend each other', async () => {
      expect(await stack.count('transaction_lineage')).toBeGreaterThan(0);
      const amended = `t.id IN (SELECT predecessor_id FROM transaction_lineage)`;
      const now = `transactions t WHERE t.superseded_at IS NULL`;
      expect(await stack.count(`${now} AND ${amended} AND is_current`)).toBe(0);
      expect(await stack.count(`${now} AND NOT ${amended} AND NOT is_current AND row_status <> 'deleted'`)).toBe(0);
      expect(await stack.count(`${now} AND row_status = 'deleted' AND is_current`)).toBe(0);
      const told = `JOIN outbox o ON o.message_id = l.predecessor_id || '-' || l.successor_id
        WHERE o.payload->>'type' IN ('rotunda.filing.amended', 'rotunda.filing.withdrawn')`;
      expect(await stack.count(`filing_lineage l ${told}`)).toBe(await stack.count('filing_lineage'));
    });

    it('fetches nothing again the second time, and changes no row', async () => {
      await eventually('an empty outbox', async () => (await stack.count('outbox WHERE sent_at IS NULL')) === 0);
      const before = await stack.rows(VERSIONS);
      stack.site.requests.length = 0;
      const second = await stack.scrape();
      expect(second.filings).toMatchObject({ listed: first.filings.listed, known: first.filings.listed });
      expect(second.stats).toMatchObject({ saved: 0, skipped: first.stats.saved, total: first.stats.total });
      expect(stack.site.requests.map(({ path }) => path).filter((path) => !expected.isOfListing(path))).toEqual([]);
      expect(await stack.rows(VERSIONS)).toEqual(before);
    });

    it('reparses its archive without the site, and changes nothing that is the same', async () => {
      const { filings } = first;
      const before = await stack.rows(VERSIONS);
      stack.site.requests.length = 0;
      // A reparse without `apply` changes nothing: shown for one filing, below.
      for (const apply of byTier({ enough: [true], all: [false, true] })) {
        const result = await stack.reparse({ apply });
        expect(result).toMatchObject({ status: 'success', applied: apply, changes: {}, examples: [] });
        expect(result.filings).toEqual({ looked_at: filings.listed, same: filings.listed, different: 0, failed: 0 });
      }
      expect(await stack.rows(VERSIONS)).toEqual(before);
      // As for filings that were archived before their sheets were recorded.
      const pages = (): Promise<{ filing_id: string }[]> => stack.rows('SELECT * FROM filing_pages ORDER BY 1, 2');
      const kept = await pages();
      const scans = scansOf(filings);
      expect(new Set(kept.map(({ filing_id }) => filing_id)).size).toBe(scans);
      await stack.rows('DELETE FROM filing_pages');
      const external_ids = await externalIds(`format = 'paper'`);
      expect((await stack.reparse({ apply: true, external_ids })).changes).toEqual({ 'filing.pages': scans });
      expect(await pages()).toEqual(kept);
      expect(stack.site.requests).toEqual([]);
    });

    it('repairs on request what an older parser had read wrongly, and keeps the ids and the old values', async () => {
      const [wrong] = await stack.rows<{ id: string; external_id: string; amount_min: string; revision: number }>(
        `SELECT t.id, t.amount_min, t.revision, f.external_id FROM transactions t JOIN filings f ON f.id = t.filing_id
         WHERE t.superseded_at IS NULL AND t.is_current AND f.status = 'parsed' ORDER BY t.id LIMIT 1`,
      );
      const { id, external_id, revision } = wrong!;
      await stack.rows(`UPDATE transactions SET amount_min = 7, ticker = 'WRONG', parser_version = 'old'
        WHERE id = '${id}' AND superseded_at IS NULL`);
      await stack.rows(`UPDATE filings SET parser_version = 'old' WHERE external_id = '${external_id}'`);
      const before = await stack.rows(VERSIONS);

      const command = { external_ids: [external_id] };
      const found = await stack.reparse(command);
      expect(found).toMatchObject({
        filings: { looked_at: 1, different: 1 },
        changes: { amount_min: 1, ticker: 1 },
        rows: { added: 0, removed: 0, changed: 1 },
        applied: false,
      });
      expect(found.examples).toContainEqual(
        expect.objectContaining({ external_id, field: 'amount_min', before: 7, after: Number(wrong!.amount_min) }),
      );
      expect(await stack.rows(VERSIONS)).toEqual(before);

      const repaired = await stack.reparse({ ...command, apply: true });
      expect(repaired).toEqual({ ...found, applied: true });
      expect(
        await stack.rows(
          `SELECT revision, amount_min, superseded_at IS NULL AS stands, parser_version = 'old' AS is_old
           FROM transactions WHERE id = '${id}' AND revision >= ${revision} ORDER BY revision`,
        ),
      ).toEqual([
        { revision, amount_min: '7.00', stands: false, is_old: true },
        { revision: revision + 1, amount_min: wrong!.amount_min, stands: true, is_old: false },
      ]);
      expect(await stack.count(`outbox WHERE message_id = '${id}-${revision + 1}'`)).toBe(1);
      expect((await stack.reparse({ parser_version_not: 'old', ...command })).filings).toMatchObject({ same: 1 });
    });

    it('reparses its archive while a scrape waits for the site', async () => {
      stack.site.faults = { faults: [{ kind: 'slow', delayMs: NEVER_MS, path: expected.listing }] };
      const id = await stack.submit();
      await eventually('a scrape that waits', async () => (await stack.find(id))?.state === 'STARTED');
      const external_ids = (await externalIds(`status = 'parsed'`)).slice(0, 1);
      expect(await stack.reparse({ external_ids })).toMatchObject({ filings: { looked_at: 1 } });
      expect((await stack.find(id))?.state).toBe('STARTED');
      await stack.control.cancel(id);
      expect(await stack.ended(id)).toMatchObject({ state: 'REVOKED' });
      stack.site.faults = { faults: [] };
    });

    it('answers a check', async () => {
      const state = await stack.ended(await stack.submitCheck());
      expect(state).toMatchObject({ state: 'SUCCESS', result: { status: 'success', chamber: subject.chamber } });
    });

    itOnce(
      'is finished by the next worker when one is killed in the middle, with the same totals and no row twice',
      async () => {
        await stack.reset();
        const window = byTier({ enough: stack.recent(), all: stack.everything() });
        const { stats, filings } = await stack.scrape(window);
        await stack.reset();
        // Slow, or it might be over before the kill.
        stack.site.faults = { faults: [{ kind: 'slow', delayMs: 100, path: expected.documents }] };
        expect(await finishedAfterKill(stack, filings.listed, window)).toMatchObject({ stats, filings });
      },
    );
  });

  describe(`a scrape of the ${subject.chamber}, disturbed,`, () => {
    afterEach(() => stack.reset());

    it('stores a listed document that is not there yet as unavailable, and the next scrape fetches it', async () => {
      stack.site.faults = { faults: [{ kind: 'unavailable', path: expected.documents, times: 2 }] };
      await stack.useScraper();
      const first = await stack.scrape(stack.recent());
      expect(first).toMatchObject({ status: 'partial', filings: { unavailable: 2, failed: 0 } });
      // Another window, without these filings: unfinished filings are tried again all the same.
      const second = await stack.scrape({ start_date: stack.site.window.end, end_date: stack.site.window.end });
      expect(second).toMatchObject({ status: 'success', filings: { unavailable: 0 } });
      expect(await stack.count(`filings WHERE status = 'unavailable'`)).toBe(0);
    });

    it('gets everything from a site that now and then refuses, delays and cuts off answers', async () => {
      await stack.useScraper();
      const probability = 0.1;
      const faults: Fault[] = [
        { kind: 'throttled', retryAfterSeconds: 0, probability },
        { kind: 'overloaded', probability },
        { kind: 'challenge', probability },
        { kind: 'cut_off', probability },
        { kind: 'slow', delayMs: 50, probability },
        ...expected.ownFaults,
      ];
      // With few requests, each fault must apply once; with many, chance suffices.
      const once = faults.map((fault, n) => ({ ...fault, probability: 1, after: 2 * n, times: 1 }));
      stack.site.faults = { seed: 7, faults: byTier({ enough: once, all: faults }) };
      const window = byTier({ enough: stack.recent(), all: stack.everything() });
      const state = await stack.ended(await stack.submit(window));
      expect(state).toMatchObject({ state: 'SUCCESS' });
      const { filings } = state.result as ScrapeResult;
      expect(sumOf(filings)).toBe(filings.listed);
      const met = new Set(stack.site.requests.map(({ fault }) => fault));
      for (const { kind } of faults) expect(met).toContain(kind);
      stack.site.faults = { faults: [] };
      expect((await stack.scrape(window)).filings).toMatchObject({ unavailable: 0, failed: 0, listed: filings.listed });
    });

    it('reports a changed layout, and stores no filing partly', async () => {
      await stack.useScraper();
      stack.site.faults = { faults: [{ kind: 'changed_layout', path: expected.listing }] };
      const listing = await stack.ended(await stack.submit());
      expect(listing).toMatchObject({ state: 'FAILURE', retries: 0, error: { code: 'LayoutChanged' } });
      stack.site.faults = { faults: [{ kind: 'changed_layout', path: expected.documents }] };
      const documents = await stack.ended(await stack.submit());
      expect(documents).toMatchObject({ state: 'FAILURE', error: { code: 'LayoutChanged' } });
      expect(await stack.count('transactions')).toBe(0);
      expect(await stack.count(`filings WHERE status IN ('parsed', 'needs_review')`)).toBe(0);
    });

    it('reports that the site is unavailable, and retries', async () => {
      await stack.useScraper();
      stack.site.faults = { faults: [{ kind: 'overloaded', times: 8 }] };
      const state = await stack.ended(await stack.submit(stack.recent()));
      expect(state.state).toBe('SUCCESS');
      expect(state.attempts[0]!.error).toMatchObject({ code: 'SiteUnavailable' });
      expect(state.attempts[0]!.error!.message).toContain('503');
    });

    itOnce('stops in the middle of a request when it is cancelled', async () => {
      await stack.useScraper();
      stack.site.faults = { faults: [{ kind: 'slow', delayMs: NEVER_MS, path: expected.documents, after: 3 }] };
      const id = await stack.submit();
      await eventually('progress', async () => ((await stack.find(id))?.progress.done ?? 0) >= 3);
      expect(await stack.control.cancel(id)).toBe('stopping');
      expect(await stack.ended(id)).toMatchObject({ state: 'REVOKED', attempts: [{ n: 1 }] });
    });

    /**
     * Starts a worker that gives a scrape enough time, and a scrape, and waits until it is at a document with this
     * delay.
     */
    async function inTheMiddle(delayMs: number): Promise<{ scraper: ServiceProcess; id: string }> {
      const scraper = await stack.startScraper({ WORKER_STOP_GRACE_MS: '600000' });
      stack.site.faults = { faults: [{ kind: 'slow', delayMs, path: expected.documents, after: 3, times: 1 }] };
      const id = await stack.submit(stack.recent());
      await eventually('progress', async () => ((await stack.find(id))?.progress.done ?? 0) >= 3);
      return { scraper, id };
    }

    itOnce('is finished when its worker is stopped, and the worker ends cleanly', async () => {
      const { scraper, id } = await inTheMiddle(1_000);
      expect(await scraper.stop('SIGTERM')).toBe(0);
      expect(await stack.find(id)).toMatchObject({ state: 'SUCCESS', attempts: [{ n: 1 }] });
    });

    itAll(
      'is handed back at no cost by a worker that gets two stop signals, and finished by the next one',
      async () => {
        const { scraper, id } = await inTheMiddle(NEVER_MS);
        process.kill(scraper.pid, 'SIGTERM');
        await eventually('that it stops', () => scraper.log.includes('a second signal hands back'));
        expect(await scraper.stop('SIGTERM')).toBe(0);
        expect(await stack.find(id)).toMatchObject({
          state: 'RETRY',
          attempts: [{ error: { code: 'WorkerStopped' } }],
        });
        stack.site.faults = { faults: [] };
        await stack.startScraper();
        const state = await stack.ended(id);
        expect(state).toMatchObject({ state: 'SUCCESS', retries: 0, crashes: 0, result: { status: 'success' } });
        const { filings } = state.result as ScrapeResult;
        expect(sumOf(filings)).toBe(filings.listed);
      },
    );

    itOnce('runs in parallel with others in one process, which replaces what leaks after each task', async () => {
      // A task that held a connection to Postgres and wanted another one would wait forever.
      const env = { WORKER_RECYCLE_AFTER: '1', WORKER_CONCURRENCY: '4', DATABASE_POOL_SIZE: '1' };
      const scraper = await stack.startScraper(env);
      const window = stack.recent();
      const scrapes = await Promise.all([stack.submit(window), stack.submit(window), stack.submit(window)]);
      const check = await stack.submitCheck();
      await stack.reparse({ apply: true });
      const states = await Promise.all([...scrapes, check].map((id) => stack.ended(id)));
      for (const state of states) expect(state).toMatchObject({ state: 'SUCCESS', attempts: [{ n: 1 }], crashes: 0 });
      const [first, second] = states.map(({ attempts }) => attempts[0]!).toSorted(byStart);
      expect(Date.parse(second!.started)).toBeLessThan(Date.parse(first!.finished!));

      const results = states.slice(0, scrapes.length).map(({ result }) => result as ScrapeResult);
      const { listed } = results[0]!.filings;
      for (const { filings } of results) expect([filings.listed, sumOf(filings)]).toEqual([listed, listed]);
      const saved = results.reduce((sum, { stats }) => sum + stats.saved, 0);
      expect(saved).toBe(await stack.count('transactions WHERE superseded_at IS NULL'));
      const known = results.reduce((sum, { filings }) => sum + filings.known, 0);
      expect(known).toBe((scrapes.length - 1) * listed);
      const isOfDocument = (path: string): boolean => path.startsWith(expected.documents.slice(0, -1));
      const documents = stack.site.requests.map(({ path }) => path).filter(isOfDocument);
      expect(documents).toHaveLength(new Set(documents).size);
      const replacements = (): number => scraper.log.split('recycling resources').length - 1;
      await eventually('the last replacement', () => replacements() === states.length + 1);
    });
  });

  describeAll(`a scrape of the ${subject.chamber}’s real documents`, () => {
    it.runIf(fixtures)('is finished by the next worker too when one is killed in the middle', async () => {
      const real = await ChamberStack.start(subject, { documents: fixtures! });
      onTestFinished(() => real.stop());
      const { listed, parsed, scans, trades } = expected.realDocuments;
      const { stats, filings } = await finishedAfterKill(real, listed);
      expect(filings).toMatchObject({ listed, known: 0, parsed, needs_review: 0, unavailable: 0, failed: 0 });
      expect(scansOf(filings)).toBe(scans);
      expect(stats).toEqual({ total: stats.saved, saved: stats.saved, skipped: 0, errors: 0 });
      expect(
        await real.count(`transactions t JOIN filings f ON f.id = t.filing_id
          WHERE t.superseded_at IS NULL AND f.format = 'electronic'`),
      ).toBe(trades);
    });
  });
}

async function finishedAfterKill(
  stack: ChamberStack,
  listed: number,
  window = stack.everything(),
): Promise<ScrapeResult> {
  const first = await stack.startScraper();
  const id = await stack.submit(window);
  const isHalfDone = async (): Promise<boolean> => ((await stack.find(id))?.progress.done ?? 0) > listed / 2;
  await eventually('half of the filings', isHalfDone);
  await first.stop('SIGKILL');
  await stack.startScraper();
  await stack.takenOver(id);
  const state = await stack.ended(id);
  expect(state).toMatchObject({ state: 'SUCCESS', crashes: 1, retries: 0 });
  const result = state.result as ScrapeResult;
  const { saved } = result.stats;
  expect(result.status).toBe('success');
  expect(await stack.count('transactions WHERE superseded_at IS NULL')).toBe(saved);
  expect(
    await stack.count('(SELECT DISTINCT filing_id, ordinal FROM transactions WHERE superseded_at IS NULL) AS places'),
  ).toBe(saved);
  return result;
}
