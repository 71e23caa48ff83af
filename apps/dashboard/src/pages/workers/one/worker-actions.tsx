import { answer, api } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { Confirm } from '../../../ui/overlays/confirm.js';
import { capital } from '../../../ui/text.js';
import { tell } from '../../../ui/overlays/toasts.js';
import type { Worker } from '../data/worker-condition.js';
import { inHandText } from '../worker-texts.js';

interface Props {
  worker: Worker;
  others: Worker[];
}

/** Drain and restart, for those who may; a worker that drains already can do no more than end. */
export function WorkerActions({ worker, others }: Props): React.JSX.Element | null {
  const mayAct = useMay('act');
  if (!mayAct || worker.draining) return null;
  const ask = async (verb: 'drain' | 'restart'): Promise<void> => {
    const params = { path: { worker: worker.id } };
    await answer(
      verb === 'drain'
        ? api.POST('/api/v1/workers/{worker}/drain', { params })
        : api.POST('/api/v1/workers/{worker}/restart', { params }),
    );
    tell(`${worker.name} takes no more tasks, and ${verb === 'drain' ? 'ends' : 'restarts'} once it is free.`);
  };
  const isLast = !others.some(({ chamber, draining }) => chamber === worker.chamber && !draining);
  return (
    <>
      <Confirm label="Restart" title={`Restart ${worker.name}?`} verb="Restart" act={() => ask('restart')}>
        <p>
          It takes no more tasks. {inHandText(worker)}; then its process exits, and its supervisor starts it again. No
          task is lost.
        </p>
      </Confirm>
      <Confirm label="Drain" kind="danger" title={`Drain ${worker.name}?`} verb="Drain" act={() => ask('drain')}>
        <p>
          It takes no more tasks. {inHandText(worker)}; then its process exits for good. No task is lost. Docker Compose
          starts it again all the same.
        </p>
        {isLast && (
          <p>
            <strong>It is the last worker of the {capital(worker.chamber)}: its tasks then wait for another.</strong>
          </p>
        )}
      </Confirm>
    </>
  );
}
