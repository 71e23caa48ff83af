import { capital } from '../../../ui/text.js';
import type { Task } from './use-task.js';

const FINAL: readonly string[] = ['SUCCESS', 'FAILURE', 'REVOKED'];

export const isFinal = (state: string): boolean => FINAL.includes(state);

/** `Scrape of the House` */
export const kindText = ({ name, chamber }: Pick<Task, 'name' | 'chamber'>): string =>
  `${capital(name)} of the ${capital(chamber)}`;

export const SOURCES: Record<NonNullable<Task['source']>, string> = {
  rest: 'A request to the API',
  retry: 'An operator, who retried it',
  replay: 'An operator, who replayed its dead letter',
  sweep: 'A gateway, which finished what another one had begun',
  schedule: 'A schedule',
  bus: 'A message on NATS',
};
