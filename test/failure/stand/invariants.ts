import { isFinal, type TaskState } from '#rotunda/contracts';

/** Everything seen of a system at rest. This file does not depend on how it was collected. */
export interface Evidence {
  /** Every state that each task ever had, in the order in which they were written. */
  histories: Map<string, TaskState[]>;
  /** Ids of the commands that were accepted. */
  accepted: string[];
  /** Ids of the tasks that the test's ticks must have started. */
  ticks: string[];
  /** Number of commands still in the queue. */
  queued: number;
  /** The final content of each filing of an accepted command, by external id. */
  expected: Map<string, ExpectedFiling>;
  filings: Map<string, StoredFiling>;
  /** Who stored which filing, in the order of the commits; the attempt is null where nothing shows its start. */
  writes: { filing: string; task: string; worker: string; attempt: number | null }[];
  outbox: { id: string; sent: boolean }[];
  /** Message ids of the event stream. */
  announced: string[];
}

export interface ExpectedFiling {
  rows: number;
  marker: string;
  /** The task whose window it is in. */
  task: string;
}

export interface StoredFiling {
  status: string;
  rows: { ordinal: number; revision: number; isSuperseded: boolean; marker: string; firstTask: string }[];
}

/** A promise of the system. Returns a sentence for each violation. */
export type Invariant = (evidence: Evidence) => string[];

const last = (states: TaskState[]): TaskState => states.at(-1)!;

/** Each state with the one before it; null before the first. */
const steps = (histories: Evidence['histories']): [before: TaskState | null, after: TaskState][] =>
  [...histories.values()].flatMap((states) =>
    states.map((after, i): [TaskState | null, TaskState] => [states[i - 1] ?? null, after]),
  );

const inWords = (attempts: TaskState['attempts']): string =>
  attempts.map(({ n, worker }) => `${n} (${worker})`).join(', ') || 'none';

const everyTaskEnds: Invariant = ({ histories, accepted }) => [
  ...accepted.filter((id) => !histories.has(id)).map((id) => `${id} was accepted and is unknown`),
  ...[...histories.values()]
    .map(last)
    .filter(({ state }) => !isFinal(state))
    .map(({ id, state }) => `${id} is ${state} and has no end`),
];

/** Tasks wait for an outage to end; it does not make them fail. */
const everyCommandSucceeds: Invariant = ({ histories, accepted, ticks }) =>
  [...accepted, ...ticks]
    .flatMap((id) => histories.get(id)?.at(-1) ?? [])
    .filter(({ state }) => isFinal(state) && state !== 'SUCCESS')
    .map(({ id, state, error }) => `${id} is ${state}: ${error?.code} ${error?.message}`);

/** These tests never request a second run, so nothing at all comes after an end. */
const finalStatesStay: Invariant = ({ histories }) =>
  steps(histories)
    .filter(([before]) => before && isFinal(before.state))
    .map(([before, { id, state }]) => `${id} was ${before!.state} and became ${state} again`);

const runsAreAskedFor: Invariant = ({ histories }) =>
  [...histories.values()].flatMap((states) => {
    const { id, run } = states.find((state) => state.run !== 1) ?? {};
    return run === undefined ? [] : [`nobody asked for run ${run} of ${id}`];
  });

/** Attempts are numbered from 1 upwards, in every state that ever was. */
const attemptsAreNumbered: Invariant = ({ histories }) =>
  [...histories.values()].flatMap((states) => {
    const wrong = states.find(({ attempts }) => attempts.some(({ n }, i) => n !== i + 1));
    return wrong ? [`${wrong.id} has the attempts ${wrong.attempts.map(({ n }) => n).join(', ')}`] : [];
  });

/**
 * A begun attempt stays, with its worker: a write of an overtaken worker would remove its successor's attempt. Attempts
 * begin one by one; this also proves that the start of a history is not missing.
 */
const attemptsStay: Invariant = ({ histories }) =>
  steps(histories).flatMap(([before, after]) => {
    const earlier = before?.attempts ?? [];
    const isKept = earlier.every(
      ({ n, worker }, i) => after.attempts[i]?.n === n && after.attempts[i].worker === worker,
    );
    if (isKept && after.attempts.length <= earlier.length + 1) return [];
    return [`${after.id} had the attempts ${inWords(earlier)}, and then ${inWords(after.attempts)}`];
  });

const ticksHappenOnce: Invariant = ({ histories, ticks }) => {
  const seen = [...histories.keys()].filter((id) => /^(daily|weekly)-/.test(id));
  return [
    ...ticks.filter((id) => !histories.has(id)).map((id) => `the tick ${id} was lost`),
    ...seen.filter((id) => !ticks.includes(id)).map((id) => `nobody asked for the tick ${id}`),
    ...ticks.flatMap((id) => {
      const ends = (histories.get(id) ?? []).filter(({ state }) => isFinal(state)).length;
      return ends > 1 ? [`the tick ${id} was done ${ends} times`] : [];
    }),
  ];
};

const nothingIsQueued: Invariant = ({ queued }) => (queued > 0 ? [`${queued} commands are left in the queue`] : []);

const filingsAreStoredOnce: Invariant = ({ expected, filings }) =>
  [...expected].flatMap(([id, { rows, marker }]) => {
    const filing = filings.get(id);
    if (!filing) return [`filing ${id} is missing`];
    if (filing.status !== 'parsed') return [`filing ${id} is ${filing.status}`];
    const places = new Set(filing.rows.map(({ ordinal }) => ordinal));
    const wrong = [
      ...(filing.rows.length === rows ? [] : [`${filing.rows.length} rows in place of ${rows}`]),
      ...(places.size === filing.rows.length ? [] : ['several rows for one place']),
      ...(filing.rows.some((row) => row.isSuperseded || row.revision > 1) ? ['rows that were written over'] : []),
      ...(filing.rows.some((row) => row.marker !== marker) ? ['rows of an outdated reading'] : []),
    ];
    return wrong.map((what) => `filing ${id} has ${what}`);
  });

/**
 * A task has stored what it reports: at least all of its own window, at most what carries its id. (The difference is
 * what an earlier attempt of it finished of other tasks' filings, which a later attempt does not list.)
 */
const countsAgree: Invariant = ({ histories, expected, filings, accepted }) => {
  const all = [...filings].flatMap(([filing, { rows }]) => rows.map((row) => ({ ...row, filing })));
  return accepted.flatMap((id) => {
    const result = histories.get(id)?.at(-1)?.result;
    if (!result || !('stats' in result)) return [];
    const ours = all.filter(({ firstTask, revision }) => firstTask === id && revision === 1);
    const ofWindow = ours.filter(({ filing }) => expected.get(filing)?.task === id);
    const { saved } = result.stats;
    if (saved >= ofWindow.length && saved <= ours.length) return [];
    return [`${id} says it stored ${saved} rows; ${ours.length} carry its id, ${ofWindow.length} of its own window`];
  });
};

/** Once a later attempt has stored something, an earlier one of the same task stores nothing more. */
const noZombieWrites: Invariant = ({ writes }) => {
  const highest = new Map<string, number>();
  return writes.flatMap(({ filing, task, worker, attempt }) => {
    if (attempt === null) return [`${worker} stored filing ${filing} for ${task}, which it never began`];
    const before = highest.get(task) ?? 0;
    highest.set(task, Math.max(before, attempt));
    const isZombie = attempt < before;
    return isZombie
      ? [`attempt ${attempt} of ${task} (${worker}) stored filing ${filing} after attempt ${before}`]
      : [];
  });
};

const newsAreToldOnce: Invariant = ({ outbox, announced }) => {
  const times = new Map<string, number>();
  for (const id of announced) times.set(id, (times.get(id) ?? 0) + 1);
  return [
    ...outbox.filter(({ sent }) => !sent).map(({ id }) => `announcement ${id} still waits`),
    ...outbox.filter(({ id }) => !times.has(id)).map(({ id }) => `announcement ${id} was never made`),
    ...[...times].filter(([, n]) => n > 1).map(([id, n]) => `announcement ${id} was made ${n} times`),
  ];
};

export const INVARIANTS: Record<string, Invariant> = {
  everyTaskEnds,
  everyCommandSucceeds,
  finalStatesStay,
  runsAreAskedFor,
  attemptsAreNumbered,
  attemptsStay,
  ticksHappenOnce,
  nothingIsQueued,
  filingsAreStoredOnce,
  countsAgree,
  noZombieWrites,
  newsAreToldOnce,
};

/** All violations, each with the name of the invariant. */
export const violations = (evidence: Evidence): string[] =>
  Object.entries(INVARIANTS).flatMap(([name, broken]) => broken(evidence).map((what) => `${name}: ${what}`));
