import type { TaskState, TaskStateName } from '#rotunda/contracts';
import { Commands } from '../stand/commands.js';
import { Matrix } from './matrix.js';
import { type Held, Points } from './points.js';
import type { Victim } from '../stand/servers-under-test.js';
import { type Fault, strike, type VictimKind } from '../stand/strikes.js';
import type { System } from '../stand/system.js';
import { Ticks } from '../stand/ticks.js';

/**
 * A round brings work to all six points and then strikes: it tries the six cells of a fault and a victim, including
 * those in which the victim is not involved in the work and must not disturb it.
 */
export class Rounds {
  readonly commands: Commands;
  readonly ticks: Ticks;
  readonly points: Points;
  readonly matrix = new Matrix();

  /** @param patienceMs the longest time from a fault's end until its work is done */
  constructor(
    readonly system: System,
    readonly patienceMs: number,
  ) {
    this.commands = new Commands(system);
    this.ticks = new Ticks(system);
    this.points = new Points(system, this.commands, this.ticks);
  }

  /** @returns the final states of the tasks at the six points */
  async play(
    fault: Fault,
    kind: VictimKind,
    afterStrike: () => void = () => undefined,
  ): Promise<Record<string, TaskStateName>> {
    await this.points.queueIsEmpty();
    const held = await this.points.reachAll();
    const victims = await this.victimsOf(kind, held);
    await requireAll(held);
    const over = await strike(victims, fault, () => {
      held.forEach(({ release }) => release());
      afterStrike();
    });
    const ids = Promise.all(held.map(({ tasks }) => tasks()));
    const states = await this.allEnd(ids, over);
    await Promise.all([this.points.settled(), this.system.meetWorkers()]);
    for (const { point } of held) this.matrix.count(fault, kind, point);
    return Object.fromEntries(states.map(({ id, state }) => [id, state]));
  }

  /** Strikes a victim at a random moment, whatever it is doing. */
  async strikeAnywhere(fault: Fault, kind: VictimKind, scraper: number): Promise<void> {
    const { houseScrapers } = this.system;
    const victims = kind === 'scraper' ? [houseScrapers[scraper % houseScrapers.length]!] : this.others(kind);
    const over = await strike(victims, fault);
    const ids = this.commands.publish(this.system.house.nextDay()).then((id) => [[id]]);
    await this.allEnd(ids, over);
    await this.system.meetWorkers();
    this.matrix.count(fault, kind, 'any moment');
  }

  /**
   * Waits until all of the work is done, including the acceptance of the command. One time limit for both.
   *
   * @param over when the fault ended
   */
  private async allEnd(accepted: Promise<string[][]>, over: number): Promise<TaskState[]> {
    const ids = (await accepted).flat();
    const leftMs = over + this.patienceMs - Date.now();
    if (leftMs <= 0) throw new Error(`commands were accepted only ${Date.now() - over} ms after the fault’s end`);
    const states = await Promise.all(ids.map((id) => this.commands.ended(id, leftMs)));
    this.matrix.resumed(Date.now() - over);
    return states;
  }

  /** Of the scrapers, those that hold the work: the others must take over. */
  private async victimsOf(kind: VictimKind, held: Held[]): Promise<Victim[]> {
    if (kind !== 'scraper') return this.others(kind);
    const busy = new Set<Victim>();
    for (const { point, tasks } of held) {
      if (point === 'submit' || point === 'tick') continue;
      const [id] = await tasks();
      const worker = (await this.system.tasks.find(id!))?.worker;
      const scraper = worker && this.system.scraperOf(worker);
      if (!scraper) throw new Error(`no scraper holds ${id} (${point})`);
      busy.add(scraper);
    }
    return [...busy];
  }

  private others(kind: Exclude<VictimKind, 'scraper'>): Victim[] {
    const { gateway, schedulers, nats, postgres } = this.system;
    return { gateway: [gateway!], scheduler: schedulers, 'nats-server': [nats], Postgres: [postgres] }[kind];
  }
}

/** A cell counts as tried only if the work was at its point when the fault struck. */
async function requireAll(held: Held[]): Promise<void> {
  const areThere = await Promise.all(held.map(({ stands }) => stands()));
  const gone = held.filter((_, i) => !areThere[i]).map(({ point }) => point);
  if (gone.length > 0) throw new Error(`no work is held any more at: ${gone.join('; ')}`);
}
