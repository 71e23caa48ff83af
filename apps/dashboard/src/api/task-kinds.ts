import type { Schema } from './types.js';

type Task = Schema<'TaskView'>;

/** The compiler says if one is missing. */
const KINDS_KNOWN: Record<Task['name'], true> = { scrape: true, check: true, reparse: true };
const CHAMBERS_KNOWN: Record<Task['chamber'], true> = { senate: true, house: true };

export const KINDS = Object.keys(KINDS_KNOWN) as Task['name'][];
export const CHAMBERS = Object.keys(CHAMBERS_KNOWN) as Task['chamber'][];
