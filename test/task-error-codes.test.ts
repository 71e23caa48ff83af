import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TASK_ERROR_CODES } from '#rotunda/contracts';
import { failedFileJson, LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';
import * as scraping from '#rotunda/scraping';
import * as tasks from '#rotunda/tasks';
import * as senateErrors from '../apps/senate-scraper/src/site/senate-errors.js';
import * as terms from '../apps/senate-scraper/src/site/terms.js';

type FailureClass = new (message: string) => Error;

const isFailure = (exported: unknown): exported is FailureClass =>
  typeof exported === 'function' && exported.prototype instanceof tasks.TaskFailure;
const FAILURES = Object.values({ ...tasks, ...scraping, ...senateErrors, ...terms } as object).filter(isFailure);

it('are on the wire, in the history and in dead letters: they never change', () => {
  expect(Object.values(TASK_ERROR_CODES).toSorted()).toEqual([
    'BrowserUnavailable',
    'InvalidCommand',
    'LayoutChanged',
    'ListingUnsettled',
    'MessagingUnavailableError',
    'NoRoomError',
    'PostgresAway',
    'RedirectedElsewhere',
    'Revoked',
    'SessionLost',
    'SiteBlocked',
    'SiteClosed',
    'SiteUnavailable',
    'SoftTimeLimitExceeded',
    'TermsNotAccepted',
    'TimeLimitExceeded',
    'UnreadableDocument',
    'WorkerLost',
    'WorkerStopped',
  ]);
});

it.each(FAILURES.map((Failure) => [Failure.name, Failure] as const))(
  '%s has one, whatever it is called',
  (_, Failure) => {
    class Renamed extends Failure {}
    const error = new Renamed('why');
    expect(Object.values(TASK_ERROR_CODES)).toContain(error.name);
    expect(tasks.describeError(error).code).toBe(error.name);
    expect(error.stack).toContain(`${error.name}: why`);
  },
);

it('are those of all failures that there are in the sources', () => {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\/src\/.*\.ts$/.test(file) && !file.includes('node_modules'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const declared = sources.flatMap((text) => [
    ...text.matchAll(/^export class (\w+) extends (?:TaskFailure|SiteUnavailable) /gm),
  ]);
  expect(FAILURES.map(({ name }) => name).toSorted()).toEqual(declared.map(([, name = '']) => name).toSorted());
});

it('are those of `rotunda parse` too', () => {
  for (const error of [new LayoutChangedError('x'), new UnreadableDocumentError('x')]) {
    const failure = scraping.siteErrorOf(error) as Error;
    expect(failedFileJson('x.pdf', error).error.code).toBe(failure.name);
  }
});
