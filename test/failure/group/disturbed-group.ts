import type { GroupResult, TaskStateName } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import type { Victim } from '../stand/servers-under-test.js';
import { strike } from '../stand/strikes.js';

/** The answer of `GET tasks/{id}` for a group. */
export interface GroupAnswer {
  state: TaskStateName;
  size: number;
  children: { id: string; state: TaskStateName; crashes: number; progress: { done: number } }[];
  times: { finished: string | null };
  result?: GroupResult;
}

export interface GroupCase {
  gateway: { url: string };
  chamber: string;
  /** Body of the command. */
  body: object;
  /** The victims are killed together once this many filings are done, and started again; null: none are killed. */
  kill: { victims: Victim[]; whenDone: number } | null;
  /** Time limit for each step. */
  patienceMs: number;
}

const API = '/api/v1/tasks';

/**
 * Scrapes a window that is too long for one task, as a client does, while scrapers and nats-server die in the middle.
 *
 * @param onStruck called when the killed processes run again
 */
export async function disturbedGroup(
  { gateway, chamber, body, kill, patienceMs }: GroupCase,
  onStruck: () => void = () => undefined,
): Promise<GroupAnswer> {
  const answer = await fetch(`${gateway.url}${API}/scrape/${chamber}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 202) throw new Error(`POST: ${answer.status} ${await answer.text()}`);
  const { task_id: id } = (await answer.json()) as { task_id: string };
  if (kill) {
    const isUnderWay = async (): Promise<boolean> => doneOf(await groupOf(gateway, id)) >= kill.whenDone;
    await eventually(`${kill.whenDone} filings of ${id}`, isUnderWay, patienceMs);
    await strike(kill.victims, 'SIGKILL');
    onStruck();
  }
  return eventually(
    `the end of ${id}`,
    async () => {
      const group = await groupOf(gateway, id);
      return group?.times.finished ? group : null;
    },
    patienceMs,
  );
}

/** Null while the gateway, or what it depends on, is unavailable. */
async function groupOf(gateway: { url: string }, id: string): Promise<GroupAnswer | null> {
  try {
    const answer = await fetch(`${gateway.url}${API}/${id}`);
    return answer.status === 200 ? ((await answer.json()) as GroupAnswer) : null;
  } catch {
    return null;
  }
}

const doneOf = (group: GroupAnswer | null): number =>
  (group?.children ?? []).reduce((sum, { progress }) => sum + progress.done, 0);
