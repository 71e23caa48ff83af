import type { Schema } from '../../../api/types.js';

/** Which tasks: the filters of the list, under the API's names. They stand in the URL. */
export type TaskFilter = Schema<'TaskFilterParams'>;

type Task = Schema<'TaskView'>;

/** The compiler says if one is missing. */
const STATES_KNOWN: Record<Task['state'], true> = {
  ...({ PENDING: true, STARTED: true, RETRY: true, SUCCESS: true, FAILURE: true, REVOKED: true } as const),
};

export const STATES = Object.keys(STATES_KNOWN) as Task['state'][];
