import 'reflect-metadata';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { type GroupAnswer, disturbedGroup } from './disturbed-group.js';
import { GroupStand } from './group-stand.js';
import { randomFrom } from '../stand/random.js';

const USAGE = `Scrapes of all chambers over 5,000 days, with the scrapers and nats-server killed in the middle.
  npm run test:chaos -- --group 10
  --group NUMBER         number of groups; each must report the totals of an undisturbed one
  --seed NUMBER          kills after the same numbers of filings (random; printed)
  --nats-server PATH     the nats-server to use (that of PATH)
`;
const BODY = { days_back: 5000 };
const PATIENCE_MS = 600_000;

const { values } = parseArgs({
  options: {
    group: { type: 'string', default: '10' },
    seed: { type: 'string' },
    'nats-server': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);

const crashesOf = ({ children }: GroupAnswer): number => children.reduce((sum, { crashes }) => sum + crashes, 0);

/** @returns the number of rounds with other totals */
async function compare(stand: GroupStand, rounds: number, seed: number): Promise<number> {
  const random = randomFrom(seed);
  const ask = { gateway: stand.gateway, chamber: 'all', body: BODY, patienceMs: PATIENCE_MS };
  const undisturbed = await disturbedGroup({ ...ask, kill: null });
  const wanted = { state: 'SUCCESS', totals: undisturbed.result?.totals };
  say(`undisturbed: ${undisturbed.state} ${JSON.stringify(wanted.totals)}`);
  let wrong = undisturbed.state === 'SUCCESS' ? 0 : 1;
  for (let round = 1; round <= rounds; round++) {
    await stand.forgetFilings();
    const whenDone = 1 + Math.floor(random.number() * (wanted.totals!.filings.listed - 1));
    const ended = await disturbedGroup({ ...ask, kill: { victims: stand.victims, whenDone } });
    const isRight = isDeepStrictEqual({ state: ended.state, totals: ended.result?.totals }, wanted);
    if (!isRight) wrong += 1;
    say(
      `${round}: killed after ${whenDone} filings (${crashesOf(ended)} tasks lost their worker): ` +
        (isRight ? 'the same' : `${ended.state} ${JSON.stringify(ended.result?.totals)}`),
    );
  }
  return wrong;
}

async function main(): Promise<number> {
  Logger.overrideLogger(false);
  const rounds = Number(values.group);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--group ${values.group}: must be a whole number above 0`);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  say(`seed ${seed}, ${rounds} groups`);
  const stand = await GroupStand.start(values['nats-server']);
  // Its servers have their own process groups, so Ctrl-C does not reach them.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stand.stop().finally(() => process.exit(130)));
  }
  try {
    const wrong = await compare(stand, rounds, seed);
    process.stdout.write(`seed ${seed}: ${rounds} groups, ${wrong} with other totals\n`);
    return wrong === 0 ? 0 : 1;
  } finally {
    await stand.stop();
  }
}

if (values.help) process.stdout.write(USAGE);
else process.exit(await main());
