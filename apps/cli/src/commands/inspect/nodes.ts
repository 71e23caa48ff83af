import { inOneLine } from '#rotunda/contracts/light';
import { Option } from 'commander';
import type { Cli } from '../../cli.js';
import { paint } from '../../output/paint.js';

/** Something that a worker says. */
export interface Saying {
  worker: string;
  line: string;
  /** For `--quiet`. */
  id: string;
}

/** What workers answer. */
export interface NodeAnswers {
  /** The gateway's body. */
  body: object;
  /** The workers that answer. */
  online: readonly string[];
  /** Also of who is no running worker: the scheduler, or a worker that is gone and still has a task. */
  sayings: readonly Saying[];
}

/** What Celery's `inspect` takes too: which workers. */
export const destinationOption = (): Option =>
  new Option('-d, --destination <worker,...>', 'only these workers').argParser((text: string) =>
    text.split(',').map((name) => name.trim()),
  );

/** Prints what workers answer as Celery does. Where none does, the exit code is 1, as it is not 0 in Celery. */
export function showNodes({ body, online, sayings }: NodeAnswers, only: string[] | undefined, cli: Cli): void {
  const isWanted = (name: string): boolean => only === undefined || only.includes(name);
  const answering = online.filter(isWanted);
  const wanted = sayings.filter(({ worker }) => isWanted(worker));
  const names = [...new Set([...answering, ...wanted.map(({ worker }) => worker)])];
  const nodes = names.flatMap((name) => [
    nodeLine(name, answering.includes(name) ? 'OK' : null, cli),
    ...linesOf(wanted.filter(({ worker }) => worker === name)),
  ]);
  cli.output.show(only === undefined ? body : filterWorkers(body, isWanted), () => ({
    lines: [...nodes, ...(names.length > 0 ? [''] : []), onlineLine(answering.length)],
    quiet: [...new Set(wanted.map(({ id }) => id))],
  }));
  const silent = only?.filter((name) => !online.includes(name)) ?? [];
  for (const name of silent) cli.output.hint(inOneLine(`No worker ${name} answers; ${othersOf(online)}.`));
  if (answering.length === 0 || silent.length > 0) cli.exitCode = 1;
}

/** E.g. `->  house-scraper@host: OK`. */
export const nodeLine = (name: string, answer: string | null, { terminal }: Cli): string =>
  `${paint('dim', '->', terminal)}  ${inOneLine(name)}${answer === null ? '' : `: ${paint('green', answer, terminal)}`}`;

export const linesOf = (sayings: readonly Saying[]): string[] =>
  sayings.length === 0 ? ['    - empty -'] : sayings.map(({ line }) => `    ${inOneLine(line)}`);

export const onlineLine = (count: number): string =>
  count === 0 ? 'No worker answers.' : `${count} ${count === 1 ? 'node' : 'nodes'} online.`;

const othersOf = (online: readonly string[]): string =>
  online.length === 0 ? 'none runs' : `these do: ${online.join(', ')}`;

/** The gateway's body with these workers only: in lists of what workers do, and in the workers by name. */
const filterWorkers = (body: object, isWanted: (name: string) => boolean): object =>
  Object.fromEntries(
    Object.entries(body).map(([field, value]: [string, unknown]) => {
      if (Array.isArray(value)) return [field, value.filter(({ worker }) => worker === undefined || isWanted(worker))];
      if (field !== 'workers' || typeof value !== 'object' || value === null) return [field, value];
      return [field, Object.fromEntries(Object.entries(value).filter(([name]) => isWanted(name)))];
    }),
  );
