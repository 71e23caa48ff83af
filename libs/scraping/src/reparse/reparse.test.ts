import type { ReparseCommand, ReparseResult } from '#rotunda/contracts';
import type { ParsedFiling } from '#rotunda/domain';
import type {
  ArchivedFiling,
  ArchivedFilings,
  RawDocument,
  RawDocuments,
  ReadingDifference,
  TransactionRecord,
} from '#rotunda/persistence';
import { systemClock } from '#rotunda/runtime';
import { InvalidCommand, type RunningTask } from '#rotunda/tasks';
import { describe, expect, it, vi } from 'vitest';
import type { DisclosureSite } from '../disclosure-site.js';
import type { OutboxRelay } from '../outbox/outbox-relay.js';
import { Reparse } from './reparse.js';
import { LayoutChanged, UnreadableDocument } from '../site-errors.js';

const SAME: ReadingDifference = { fields: [], rows: 2, added: [], removed: [], changedRows: 0 };

const filings = ['29990001', '29990002', '29990003'].map(
  (externalId) => ({ id: `id-${externalId}`, externalId, documentSha256: externalId }) as ArchivedFiling,
);

/** A reparse over an archive of three filings; `parse` gets the document's name, `reread` the filing's. */
function over({
  parse = () => Promise.resolve({ format: 'electronic', reviewReasons: [] } as unknown as ParsedFiling),
  reread = () => SAME,
}: {
  parse?: (name: string) => Promise<ParsedFiling>;
  reread?: (id: string) => ReadingDifference;
}) {
  const archive = {
    find: () => Promise.resolve(filings),
    reread: vi.fn<ArchivedFilings['reread']>((id) => Promise.resolve(reread(id))),
  };
  const documents = { find: (sha256: string) => Promise.resolve({ url: sha256 } as RawDocument) };
  const outbox = { nudge: vi.fn<() => void>() };
  const site = { picturesOf: () => [], parse: ({ url }: { url: string }) => parse(url) } as unknown as DisclosureSite;
  const reparse = new Reparse(
    archive as unknown as ArchivedFilings,
    documents as unknown as RawDocuments,
    outbox as unknown as OutboxRelay,
    systemClock,
  );
  const controller = new AbortController();
  const report = vi.fn<RunningTask<ReparseCommand>['report']>();
  const run = (args: ReparseCommand = {}): Promise<ReparseResult> =>
    reparse.run('house', site, {
      ...{ id: 'task', args, attempt: 2, signal: controller.signal, report },
      keepEvidence: () => undefined,
    });
  return { run, archive, outbox, report, controller };
}

describe('a reparse', () => {
  it('counts differences by field', async () => {
    const change = { ordinal: 1, field: 'ticker', before: 'A', after: 'B' };
    const row = { ordinal: 3, assetNameRaw: 'Sample Company' } as TransactionRecord;
    const differences = new Map<string, ReadingDifference>([
      ['id-29990001', { ...SAME, fields: [change, { ...change, ordinal: 2 }], changedRows: 2 }],
      ['id-29990002', { ...SAME, rows: 3, added: [row], removed: [{ ...row, ordinal: 1 }] }],
    ]);
    const { run, report } = over({ reread: (id) => differences.get(id) ?? SAME });
    expect(await run()).toEqual({
      status: 'success',
      chamber: 'house',
      filings: { looked_at: 3, same: 1, different: 2, failed: 0 },
      changes: { ticker: 2 },
      rows: { added: 1, removed: 1, changed: 2 },
      applied: false,
      examples: [
        { external_id: '29990001', ...change },
        { external_id: '29990001', ...change, ordinal: 2 },
        { external_id: '29990002', ordinal: 1, field: 'row', before: 'Sample Company', after: null },
        { external_id: '29990002', ordinal: 3, field: 'row', before: null, after: 'Sample Company' },
      ],
      warnings: [],
    });
    expect(report).toHaveBeenLastCalledWith(
      expect.objectContaining({ phase: 'documents', done: 3, total: 3, saved: 4, skipped: 4, errors: 0 }),
    );
  });

  it('counts a filing that Postgres rejects', async () => {
    const refusal = Object.assign(new Error('numeric field overflow'), { code: '22003' });
    const { run } = over({
      reread: (id) => {
        if (id === 'id-29990002') throw refusal;
        return SAME;
      },
    });
    expect(await run()).toMatchObject({ status: 'partial', filings: { looked_at: 3, same: 2, failed: 1 } });
  });

  it.each([new UnreadableDocument('it is cut off'), new LayoutChanged('it has no table')])(
    'counts a document that can no longer be read, and keeps its rows: %s',
    async (error) => {
      const parse = async (name: string): Promise<ParsedFiling> => {
        if (name === '29990002') throw error;
        return { reviewReasons: [] } as unknown as ParsedFiling;
      };
      const { run, archive } = over({ parse });
      const result = await run({ apply: true });
      expect(result).toMatchObject({ status: 'partial', filings: { looked_at: 3, same: 2, failed: 1 } });
      expect(result.warnings).toEqual([`29990002 can't be read: ${error.name}: ${error.message}`]);
      expect(archive.reread.mock.calls.map(([id]) => id)).toEqual(['id-29990001', 'id-29990003']);
    },
  );

  it('stores only with `apply`, under its task’s attempt, and announces it', async () => {
    const { run, archive, outbox } = over({});
    await run();
    expect(outbox.nudge).not.toHaveBeenCalled();
    await run({ apply: true });
    expect(outbox.nudge).toHaveBeenCalledTimes(3);
    const [before, after] = [archive.reread.mock.calls[0]!, archive.reread.mock.calls.at(-1)!];
    expect([before[3].apply, after[3].apply, after[2]]).toEqual([false, true, { taskId: 'task', attempt: 2 }]);
  });

  it('shows the first fifty differences, long texts shortened', async () => {
    const long = { ordinal: 1, field: 'comment', before: null, after: 'x'.repeat(5_000) };
    const { run } = over({
      reread: () => ({ ...SAME, fields: Array.from({ length: 40 }, () => long), changedRows: 40 }),
    });
    const { examples, changes } = await run();
    expect([examples.length, changes]).toEqual([50, { comment: 120 }]);
    expect(JSON.stringify(examples).length).toBeLessThan(50_000);
  });

  it('names requested filings that the archive does not have', async () => {
    const result = await over({}).run({ external_ids: ['29990001', '20000000'] });
    expect(result).toMatchObject({ status: 'partial', warnings: [expect.stringContaining('20000000 is not among')] });
  });

  it('stops between two filings when aborted', async () => {
    const { run, archive, controller } = over({
      reread: () => {
        controller.abort(new Error('cancelled'));
        return SAME;
      },
    });
    await expect(run()).rejects.toThrow('cancelled');
    expect(archive.reread).toHaveBeenCalledTimes(1);
  });

  it('fails where the failure is not the document’s', async () => {
    const { run } = over({ parse: () => Promise.reject(new Error('no worker thread')) });
    await expect(run()).rejects.toThrow('no worker thread');
  });

  it('refuses dates in the wrong order', async () => {
    await expect(over({}).run({ filed_from: '2025-03-02', filed_to: '2025-03-01' })).rejects.toThrow(InvalidCommand);
  });
});
