import { workersRoute } from './route.js';
import { AllWorkers } from './list/all-workers.js';
import { OneWorker } from './one/one-worker.js';

export function WorkersPage(): React.JSX.Element {
  const { worker } = workersRoute.useSearch();
  return worker === undefined ? <AllWorkers /> : <OneWorker key={worker} name={worker} />;
}
