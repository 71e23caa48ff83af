import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';

const SECOND_MS = 1_000;
const DRIFTS_FROM_MS = 2 * SECOND_MS;
const WRONG_FROM_MS = 60 * SECOND_MS;
/** The sites' calendar days are Washington's. */
const ZONES = ['America/New_York', 'UTC'];

const SET_THE_CLOCK = 'Let the machine keep its time: timedatectl set-ntp true, or chrony.';

const FAULTS = faults({
  'clock-drifts': {
    level: 'warning',
    says: 'The clock of this machine and that of {whose} differ by {seconds} s.',
    mend: SET_THE_CLOCK,
  },
  'clock-wrong': {
    level: 'error',
    says: 'The clock of this machine and that of {whose} differ by {seconds} s: schedules fire at the wrong time.',
    mend: SET_THE_CLOCK,
  },
  'time-zone-unknown': {
    level: 'error',
    says: 'This Node.js does not know the time zone {zone}.',
    mend: 'Use a Node.js with full ICU data (the official builds have it), or correct NODE_ICU_DATA.',
  },
});
type Code = keyof typeof FAULTS;

export const clock = check({
  name: 'clock',
  faults: FAULTS,
  async run(installation) {
    return [...(await otherClocks(installation)).flatMap(clockFaults), ...zoneFaults(ZONES)];
  },
});

interface OtherClock {
  whose: string;
  ours: Date;
  theirs: Date;
  /** How exact a reading is: a Date header has whole seconds. */
  exactToMs: number;
}

async function otherClocks({ databaseFacts, siteAnswers, workers }: Installation): Promise<OtherClock[]> {
  const [database, answers, running] = await Promise.all([
    databaseFacts().catch(() => null),
    siteAnswers().catch(() => []),
    workers().catch(() => []),
  ]);
  return [
    ...(database ? [{ whose: 'Postgres', ours: database.askedAt, theirs: database.now, exactToMs: 0 }] : []),
    ...answers.flatMap(({ host, date, at }) =>
      date ? [{ whose: host, ours: at, theirs: date, exactToMs: SECOND_MS }] : [],
    ),
    // A heartbeat in the future can't be old.
    ...running
      .map(({ name, seen }) => ({ whose: name, ours: new Date(), theirs: new Date(seen), exactToMs: 0 }))
      .filter(({ ours, theirs }) => theirs > ours),
  ];
}

export function clockFaults({ whose, ours, theirs, exactToMs }: OtherClock): Found<Code>[] {
  const differenceMs = Math.max(0, Math.abs(theirs.getTime() - ours.getTime()) - exactToMs);
  const params = { whose, seconds: Math.round(differenceMs / SECOND_MS) };
  if (differenceMs > WRONG_FROM_MS) return [{ code: 'clock-wrong', params }];
  return where(differenceMs > DRIFTS_FROM_MS, 'clock-drifts', params);
}

export const zoneFaults = (zones: readonly string[]): Found<Code>[] =>
  zones.flatMap((zone) => where(!isKnown(zone), 'time-zone-unknown', { zone }));

function isKnown(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
