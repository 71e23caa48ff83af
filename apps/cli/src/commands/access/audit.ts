import { AUDIT_ACTIONS, AUDIT_RESULTS, AUDIT_SOURCES } from '#rotunda/contracts/light';
import { type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { query } from '../../api/query.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { colourOf } from '../../output/paint.js';
import type { Column } from '../../output/table.js';

/** An entry, as `GET audit` lists it; the answer has more fields. */
interface ListedEntry {
  id: string;
  at: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  target: string | null;
  result: string;
  status: number | null;
  source: string;
  address: string | null;
  count: number;
}

/** The verbs below `audit`. */
export function addAudit(program: Command, { output }: Cli): void {
  const audit = addGatewayOption(program.command('audit').description('who did what'));
  const list = audit
    .command('list', { isDefault: true })
    .description('list entries of the audit trail, the newest first')
    .option('--actor <text>', 'only this key (id or name) or kind of actor')
    .addOption(new Option('--action <code>', 'only this action').choices(AUDIT_ACTIONS))
    .option('--target <text>', 'only what was done to this, e.g. the id of a task')
    .addOption(new Option('--source <source>', 'only what came this way').choices(AUDIT_SOURCES))
    .addOption(new Option('--result <result>', 'only this result').choices(AUDIT_RESULTS))
    .option('--from <time>', 'at this time or later, e.g. 2026-11-01 or 2026-11-01T10:00:00Z')
    .option('--to <time>', 'before this time')
    .option('--limit <number>', 'how many', '20')
    .action(async (filters: Record<string, string | undefined>) => {
      const answer = await apiOf(audit).get<{ data: ListedEntry[] }>(`/audit${query(filters)}`);
      output.list(answer, {
        rows: answer.data,
        columns: COLUMNS,
        id: ({ id }) => id,
        empty: 'There are no such entries.',
      });
    });
  examples(
    list,
    ['rotunda audit list --action site.pause --from 2026-11-01', 'who paused a site since then'],
    ['rotunda audit list --result refused --limit 100', 'what was refused'],
  );
}

const COLUMNS: Column<ListedEntry>[] = [
  { name: 'at', cell: ({ at }) => at },
  { name: 'result', cell: ({ result }) => result, colour: ({ result }) => colourOf(result) },
  { name: 'status', cell: ({ status }) => status, align: 'right' },
  { name: 'action', cell: ({ action }) => action },
  { name: 'target', cell: ({ target }) => target },
  { name: 'by', cell: ({ actor_name, actor_id, actor_kind }) => actor_name ?? actor_id ?? actor_kind },
  { name: 'from', cell: ({ source, address }) => [source, address].filter(Boolean).join(' ') },
  { name: 'times', cell: ({ count }) => count, align: 'right' },
];
