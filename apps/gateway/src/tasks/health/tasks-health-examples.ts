import { namedExample } from '../../http/example-values.js';
import { NO_WORKER, OPERATIONAL, type TasksHealth } from './tasks-health.view.js';

const NO_POSTGRES = 'Postgres does not answer';

const example = (summary: string, health: Pick<TasksHealth, 'status' | 'message' | 'workers' | 'postgres'>) =>
  namedExample<TasksHealth>(summary, { ...health, nats: 'ok', degraded: [], sites: [], withheld: [] });

export const HEALTH_EXAMPLES = {
  healthy: example('All is well', { status: 'healthy', message: OPERATIONAL, workers: 2, postgres: 'ok' }),
  noWorker: example('No worker is running', {
    ...{ status: 'unhealthy', message: NO_WORKER, workers: 0, postgres: 'ok' },
  }),
};

export const OUTAGE_EXAMPLES = {
  postgres: example('Postgres is unavailable', {
    ...{ status: 'unhealthy', message: NO_POSTGRES, workers: 2, postgres: NO_POSTGRES },
  }),
};
