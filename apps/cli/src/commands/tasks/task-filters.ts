import { CHAMBERS, TASK_NAMES, TASK_STATES } from '#rotunda/contracts/light';
import { type Command, Option } from 'commander';

export interface TaskFilterOptions {
  chamber?: string;
  name?: string;
  state?: string;
  worker?: string;
  group?: string;
  error?: string;
  search?: string;
}

export const chamberOption = (): Option => new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS);
export const nameOption = (): Option => new Option('--name <name>', 'only this kind of task').choices(TASK_NAMES);

/** Which tasks: the filters of `GET tasks`. */
export const addTaskFilters = (verb: Command): Command =>
  verb
    .addOption(chamberOption())
    .addOption(nameOption())
    .addOption(new Option('--state <state>', 'only this state').choices(TASK_STATES))
    .option('--worker <worker>', 'only of this worker, by its name or id')
    .option('--group <id>', 'only the tasks of this group')
    .option('--error <code>', 'only this error code, e.g. LayoutChanged')
    .option('--search <text>', 'only with this text in the id, the arguments or the error');

/** As the gateway names them, without those that are not given. */
export function filtersOf({ chamber, name, state, worker, group, error, search }: TaskFilterOptions) {
  const filters = { chamber, name, state, worker, group, error, q: search };
  return Object.fromEntries(
    Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
