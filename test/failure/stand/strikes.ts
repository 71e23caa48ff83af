import { setTimeout as delay } from 'node:timers/promises';
import type { Victim } from './servers-under-test.js';
import { OUTAGE_MS } from './timing.js';

export const FAULTS = ['SIGKILL', 'SIGSTOP, SIGCONT', 'connection cut', 'connection silent', 'restart'] as const;
export type Fault = (typeof FAULTS)[number];

export const VICTIMS = ['gateway', 'scheduler', 'scraper', 'nats-server', 'Postgres'] as const;
export type VictimKind = (typeof VICTIMS)[number];

export interface Cell {
  fault: Fault;
  victim: VictimKind;
}

/** Every fault for every victim. */
export const GRID: Cell[] = FAULTS.flatMap((fault) => VICTIMS.map((victim) => ({ fault, victim })));

/** Each fault once and each victim once; for SIGKILL the victim is a scraper. */
export const DIAGONAL: Cell[] = FAULTS.map((fault, i) => ({ fault, victim: VICTIMS[(i + 2) % VICTIMS.length]! }));

/**
 * Strikes the victims with a fault and ends it again.
 *
 * @param during called when the fault has begun; must not wait for the victims
 * @returns when the fault ended
 */
export async function strike(victims: Victim[], fault: Fault, during: () => void = () => undefined): Promise<number> {
  const all = (step: (victim: Victim) => unknown): Promise<unknown> => Promise.all(victims.map(step));
  switch (fault) {
    case 'SIGKILL':
      await all((victim) => victim.end('SIGKILL'));
      during();
      await all((victim) => victim.start());
      break;
    case 'restart': {
      const ended = all((victim) => victim.end('SIGTERM'));
      during();
      await ended;
      await all((victim) => victim.start());
      break;
    }
    case 'SIGSTOP, SIGCONT':
      await all((victim) => victim.signal('SIGSTOP'));
      during();
      await delay(OUTAGE_MS);
      await all((victim) => victim.signal('SIGCONT'));
      break;
    case 'connection cut':
    case 'connection silent':
      await all((victim) => victim.cut(fault === 'connection cut' ? 'broken' : 'silent'));
      during();
      await delay(OUTAGE_MS);
      if (!victims.every(({ isCut }) => isCut)) throw new Error(`the ${fault} ended before its time`);
      await all((victim) => victim.heal());
      break;
  }
  return Date.now();
}

export const strikeName = (fault: Fault, victim: VictimKind): string => `${fault} of ${victim}`;
