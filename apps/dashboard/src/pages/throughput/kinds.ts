import type { Schema } from '../../api/types.js';

type Throughput = Schema<'ThroughputView'>;
export type Figures = Throughput['kinds'][number];
export type Point = Figures['points'][number];
export type Queue = Schema<'QueueView'>;

/** A kind of task of a chamber. */
export interface Kind {
  /** `house.scrape`: also in the address. */
  key: string;
  chamber: Queue['chamber'];
  name: Queue['name'];
  /** Absent: no run ended. */
  figures: Figures | undefined;
  /** What waits now; absent until it is known. */
  queue: Queue | undefined;
}

export const keyOf = ({ chamber, name }: Pick<Queue, 'chamber' | 'name'>): string => `${chamber}.${name}`;

/** Every kind, in the order of the queues; with those of which nothing ran. */
export function kindsOf(figures: readonly Figures[], queues: readonly Queue[]): Kind[] {
  const all = new Map(
    [...queues, ...figures].map(({ chamber, name }) => [keyOf({ chamber, name }), { chamber, name }]),
  );
  return [...all].map(([key, kind]) => ({
    key,
    ...kind,
    figures: figures.find((each) => keyOf(each) === key),
    queue: queues.find((each) => keyOf(each) === key),
  }));
}

/** The kind of the address; without one the kind that ran most. */
export const chosenOf = (kinds: readonly Kind[], wanted: string | undefined): Kind | undefined =>
  kinds.find(({ key }) => key === wanted) ??
  kinds.toSorted((one, other) => (other.figures?.runs ?? 0) - (one.figures?.runs ?? 0)).find(({ figures }) => figures);

/** Of those that were not revoked: 0 to 1. */
export function failureRate({ success, failure }: Pick<Figures, 'success' | 'failure'>): number {
  return success + failure === 0 ? 0 : failure / (success + failure);
}
