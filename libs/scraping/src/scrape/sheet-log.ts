import { taskLog } from '#rotunda/tasks';

/** A scan of ten sheets takes twenty seconds. */
const EVERY_SHEETS = 10;

/** Tells the task's log how far a long scan is. */
export const sheetLog =
  (externalId: string) =>
  (page: number, sheets: number): void => {
    if (page > 1 && page % EVERY_SHEETS === 1) taskLog().log(`${externalId}: ${page - 1} of ${sheets} sheets read.`);
  };
