import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { answer, api } from '../../api/client.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import { ApiError } from '../../api/problem.js';
import { useMay } from '../../api/session.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { DataTable } from '../../ui/table/data-table.js';
import { countText } from '../../ui/text.js';
import { type Selected, SelectionBar } from './bulk/selection-bar.js';
import { COLUMNS } from './columns.js';
import { FilterBar } from './filter/filter-bar.js';
import type { TaskFilter } from './filter/filter-values.js';
import { StateChips } from './filter/state-chips.js';
import { given } from './filter/task-search.js';
import { tasksRoute } from './route.js';
import type { TaskRow } from './rows/task-row.js';
import { useTaskRows } from './rows/use-task-rows.js';
import styles from './tasks.module.css';

/** So far down, rows that come in at the top would move what is read. */
const TOP_PX = 20;

export function TasksPage(): React.JSX.Element {
  const filter = tasksRoute.useSearch();
  const navigate = useNavigate({ from: '/tasks' });
  const mayAct = useMay('act');
  const [isAtTop, setAtTop] = useState(true);
  const { query, rows, isCut, waiting, restart } = useTaskRows(filter, isAtTop);
  const count = useCount(filter);
  const workers = useWorkerIds();
  const [selected, select] = useSelection(filter);
  const list = useRef<HTMLDivElement>(null);

  const change = (part: Partial<Record<keyof TaskFilter, string>>, replace = false): void => {
    setAtTop(true);
    // What the address may hold is read by the route: a text that is no state is left out there.
    void navigate({ search: (last) => given({ ...last, ...part } as TaskFilter), replace });
  };
  const clear = (): void => void navigate({ search: {} });
  const toTop = (): void => {
    list.current?.querySelector('[role="grid"]')?.scrollTo({ top: 0 });
    restart();
  };
  const codes = useMemo(() => [...new Set(rows.flatMap(({ error }) => (error ? [error.code] : [])))], [rows]);
  const number = filter.state ? count?.states[filter.state] : count?.count;
  const matching = number === undefined ? null : `${countText(number)}${count?.at_least ? '+' : ''}`;
  const isSelecting = selected === 'all' || selected.ids.size > 0;
  const errors = query.error instanceof ApiError ? query.error.fields : {};
  return (
    <Page
      title="Tasks"
      actions={
        mayAct && (
          <Link to="/run" className={buttonClass({ kind: 'primary' })}>
            Run a task
          </Link>
        )
      }
    >
      <StateChips count={count} state={filter.state} choose={(state) => change({ state: state ?? '' })} />
      <section className={styles['panel']} aria-label="List of tasks">
        <FilterBar {...{ filter, change, clear, errors, workers, codes }} />
        {isSelecting && <SelectionBar {...{ selected, select, filter, matching }} />}
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        <div
          ref={list}
          className={styles['list']}
          onScrollCapture={({ target }) => setAtTop((target as HTMLElement).scrollTop < TOP_PX)}
        >
          {waiting > 0 && (
            <Button kind="primary" size="small" className={styles['waiting']} onClick={toTop}>
              ↑ {countText(waiting)} new
            </Button>
          )}
          <DataTable
            label="Tasks"
            maxHeight="max(20rem, calc(100dvh - 21rem))"
            {...{ rows, columns: COLUMNS, keyOf }}
            open={({ id }) => void navigate({ to: '/tasks/$id', params: { id } })}
            {...(mayAct && {
              selection: {
                selected: selected === 'all' ? new Set(rows.map(keyOf)) : selected.ids,
                change: (ids) => select({ ids }),
              },
            })}
            isLoading={query.isPending}
            more={{
              hasMore: query.hasNextPage,
              isLoading: query.isFetchingNextPage,
              load: () => void query.fetchNextPage(),
            }}
            empty={
              !query.error && <NoTasks isFiltered={Object.keys(filter).length > 0} clear={clear} mayAct={mayAct} />
            }
            foot={
              <Foot {...{ rows, matching, isCut }} showOlder={(to) => void navigate({ search: { ...filter, to } })} />
            }
          />
        </div>
      </section>
    </Page>
  );
}

const keyOf = ({ id }: TaskRow): string => id;

/** Selected for another filter is selected no more. */
function useSelection(filter: TaskFilter): [Selected, (selected: Selected) => void] {
  const [held, setHeld] = useState<{ filter: TaskFilter; selected: Selected } | null>(null);
  const selected = held?.filter === filter ? held.selected : NONE;
  return [selected, (next) => setHeld({ filter, selected: next })];
}
const NONE: Selected = { ids: new Set() };

/** Of all states: the chips show each. */
function useCount({ state: _state, ...filter }: TaskFilter) {
  const queryKey = ['tasks', 'count', filter];
  useRefreshOn(['task'], ['tasks', 'count']);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/count', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  }).data;
}

function useWorkerIds(): string[] {
  const { data } = useQuery({
    queryKey: ['workers'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/workers', { signal })),
  });
  return data?.workers.map(({ id }) => id) ?? [];
}

interface NoTasksProps {
  isFiltered: boolean;
  clear: () => void;
  mayAct: boolean;
}

const NoTasks = ({ isFiltered, clear, mayAct }: NoTasksProps): React.JSX.Element =>
  isFiltered ? (
    <Empty title="No task matches.">
      <Button onClick={clear}>Clear the filters</Button>
    </Empty>
  ) : (
    <Empty title="No task has been run yet.">
      <span>
        Schedules start them
        {mayAct && (
          <>
            , or <Link to="/run">run one now</Link>
          </>
        )}
        .
      </span>
    </Empty>
  );

interface FootProps {
  rows: readonly TaskRow[];
  matching: string | null;
  isCut: boolean;
  showOlder: (before: string) => void;
}

function Foot({ rows, matching, isCut, showOlder }: FootProps): React.JSX.Element | null {
  const last = rows.at(-1);
  if (!last) return null;
  return (
    <span className={styles['foot']}>
      {countText(rows.length)} of {matching ?? '…'} loaded
      {isCut && (
        <Button size="small" onClick={() => showOlder(justAfter(last.times.queued))}>
          Go on with older ones
        </Button>
      )}
    </span>
  );
}

/** `to` leaves its own instant out; others may have been queued in the same millisecond. */
const justAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();
