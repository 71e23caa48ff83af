import { Facts } from '../../../ui/facts.js';
import { capital, countText } from '../../../ui/text.js';
import { RelativeTime, Time } from '../../../ui/time.js';
import type { SampledWorker } from '../data/samples.js';
import { TasksInHand, type TasksInHandProps } from '../tasks-in-hand.js';
import type { Worker } from '../data/worker-condition.js';
import { longSlotsText, slotsText, totalsText } from '../worker-texts.js';

export const ProcessFacts = ({ worker }: { worker: Worker }): React.JSX.Element => (
  <Facts
    facts={[
      ['Chamber', capital(worker.chamber)],
      ['Version', worker.version],
      ['Process', `${worker.pid}, ${worker.id}`],
      ['Started', <Time key="started" at={worker.started} />],
      ['Last heartbeat', <RelativeTime key="seen" at={worker.seen} />],
    ]}
  />
);

export const WorkFacts = ({ worker, tasks }: TasksInHandProps): React.JSX.Element => (
  <Facts
    facts={[
      ['In hand', <TasksInHand key="hand" worker={worker} tasks={tasks} />],
      ['Takes', <Takes key="takes" worker={worker} />],
      ['Slots in use', slotsText(worker)],
      ['Long slots', longSlotsText(worker)],
      ['Done', worker.processed === 0 ? '0' : `${countText(worker.processed)} (${totalsText(worker)})`],
    ]}
  />
);

export const GoneFacts = ({ sampled: { chamber, samples } }: { sampled: SampledWorker }): React.JSX.Element => {
  const [first, last] = [samples[0], samples.at(-1)];
  return (
    <Facts
      facts={[
        ['Chamber', capital(chamber)],
        ['First seen', first && <Time key="first" at={first.at} seconds={false} />],
        ['Last seen', last && <Time key="last" at={last.at} seconds={false} />],
      ]}
    />
  );
};

const Takes = ({ worker: { tasks, withheld = {} } }: { worker: Worker }): React.JSX.Element => (
  <>
    {tasks.filter((name) => withheld[name] === undefined).join(', ')}
    {tasks.map(
      (name) =>
        withheld[name] !== undefined && (
          <div key={name}>
            Not {name}: {withheld[name]}
          </div>
        ),
    )}
  </>
);
