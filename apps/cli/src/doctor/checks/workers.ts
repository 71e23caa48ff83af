import { CHAMBERS, type WorkerState } from '#rotunda/contracts';
import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';

/** A heartbeat comes every 10 s; after 30 s without one the worker counts as gone. */
const SILENT_FROM_MS = 20_000;

const FAULTS = faults({
  'no-worker': {
    level: 'error',
    says: 'No worker of the {chamber} answers.',
    mend: 'Start one (rotunda start again, rotunda worker {chamber}, docker compose up -d, systemctl start); if it ends at once, its log says why. If its process is still there, it froze or lost NATS: end it first (kill -9).',
  },
  'worker-silent': {
    level: 'warning',
    says: '{worker} (process {pid}) was last seen {seconds} s ago.',
    mend: 'It froze, was killed, or lost NATS: see its log. If process {pid} is still there, end it (kill -9 {pid}) and start it again: its tasks go to another worker.',
  },
});
type Code = keyof typeof FAULTS;

export const workers = check({
  name: 'workers',
  faults: FAULTS,
  run: async (installation) => workerFaults(await installation.workers(), installation.now),
});

export function workerFaults(running: readonly WorkerState[], now: Date): Found<Code>[] {
  return [
    ...CHAMBERS.flatMap((chamber) =>
      where(!running.some((worker) => worker.chamber === chamber), 'no-worker', { chamber }),
    ),
    ...running.flatMap(({ name, pid, seen }) => {
      const silentMs = now.getTime() - Date.parse(seen);
      return where(silentMs >= SILENT_FROM_MS, 'worker-silent', {
        worker: name,
        pid,
        seconds: Math.round(silentMs / 1_000),
      });
    }),
  ];
}
