import { describe, it } from 'vitest';

/**
 * `npm test` shows every rule and runs each flow once, in minutes; `npm run test:all` runs everything. Tests of the
 * second alone are not registered in the first, so that "skipped" always means that something is missing here. A file
 * that belongs to the second as a whole is named `*.all.test.ts`.
 */
export const TESTS_ALL = process.env['ROTUNDA_TEST_ALL'] === '1';

type Register<T> = (name: string, body: () => T, timeoutMs?: number) => void;
const leaveOut = (): void => undefined;

/** A test that only `npm run test:all` runs. */
export const itAll: Register<Promise<void> | void> = TESTS_ALL ? it : leaveOut;

/** A group of tests that only `npm run test:all` runs. */
export const describeAll: Register<void> = TESTS_ALL ? describe : leaveOut;

/** A number of runs, or the cases of a table: `enough` for `npm test`, or all. */
export const byTier = <T>({ enough, all }: { enough: T; all: T }): T => (TESTS_ALL ? all : enough);
