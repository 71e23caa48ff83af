import { parseArgs } from 'node:util';

export const USAGE = `Random faults under a steady load, followed by a check of everything.
  npm run test:chaos -- --minutes 10
  --minutes NUMBER       duration (10; with --grid as long as that takes)
  --grid                 every fault for every victim, with work at all six points, even beyond the minutes
  --slots NUMBER         WORKER_CONCURRENCY of the scrapers, 1 to 100 (the default of the scrapers)
  --seed NUMBER          repeats a run's faults in their order (random; printed)
  --nats-server PATH     the nats-server to use (that of PATH)
  --broken fence         scrapers without the fence: the run must find violations, and exit with 1
`;

export interface ChaosSettings {
  seed: number;
  minutes: number;
  grid: boolean;
  slots: number | undefined;
  broken: 'fence' | undefined;
  natsServer: string | undefined;
}

const MOST_SLOTS = 100;

/** Null where only the usage is asked for. @throws Error that names the option and its allowed values */
export function chaosSettings(args: string[]): ChaosSettings | null {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string' },
      grid: { type: 'boolean', default: false },
      slots: { type: 'string' },
      seed: { type: 'string' },
      'nats-server': { type: 'string' },
      broken: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { grid, broken, seed } = values;
  const minutes = Number(values.minutes ?? (grid ? 0 : 10));
  if (!(grid ? minutes >= 0 : minutes > 0)) throw new Error(`--minutes ${values.minutes}: must be a number above 0`);
  const slots = values.slots === undefined ? undefined : Number(values.slots);
  if (slots !== undefined && !(Number.isInteger(slots) && slots >= 1 && slots <= MOST_SLOTS)) {
    throw new Error(`--slots ${values.slots}: must be a whole number from 1 to ${MOST_SLOTS}`);
  }
  if (broken !== undefined && broken !== 'fence') throw new Error(`--broken ${broken}: only "fence" can be broken`);
  const number = seed === undefined ? Math.floor(Math.random() * 1e9) : Number(seed);
  if (!Number.isInteger(number)) throw new Error(`--seed ${seed}: must be a whole number`);
  return { seed: number, minutes, grid, slots, broken, natsServer: values['nats-server'] };
}
