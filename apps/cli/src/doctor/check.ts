import type { Fault, Found, Params } from './finding.js';
import type { Installation } from './installation.js';

/** What a check needs first. While that is away the check tells nothing; the fault itself is another check's. */
export class NotThere extends Error {
  override readonly name = 'NotThere';

  constructor(readonly what: string) {
    super(`${what} does not answer`);
  }
}

/** Mends a fault, and says what it did. Never deletes data. */
export type Fix = (params: Params, installation: Installation) => Promise<string[]>;

export interface Check<C extends string = string> {
  name: string;
  /** Every fault that it can find. */
  faults: Readonly<Record<C, Fault>>;
  /** The faults that can be mended without asking anybody. */
  fixes?: Readonly<Partial<Record<C, Fix>>>;
  /** Finds nothing where all is well. @throws NotThere */
  run(installation: Installation): Promise<Found<C>[]>;
}

/** The faults of a check, apart from it: what it calls is typed by their codes. */
export const faults = <const C extends string>(declared: Record<C, Fault>): Readonly<Record<C, Fault>> => declared;

/** Keeps the codes of `run` and `fixes` among those of `faults`. */
export const check = <const C extends string>(declared: Check<C>): Check<C> => declared;

/** `[found(…)]` where the condition holds, otherwise nothing. */
export const where = <C extends string>(condition: boolean, code: C, params: Params = {}): Found<C>[] =>
  condition ? [{ code, params }] : [];
