import type { ScheduleDefinition } from '#rotunda/contracts';
import { ApiCommand, json, segment } from '../api/api-command.js';
import { ApiError } from '../api/rotunda-api.js';

interface Schedule extends Required<ScheduleDefinition> {
  name: string;
  paused_at: string | null;
  next_fires: string[];
}

interface Schedules {
  schedules: Schedule[];
  damaged: { name: string; reason: string }[];
}

const NOT_FOUND = 404;
const DAMAGED = 409;

/** What `rotunda schedules` asks the gateway, and how it prints the answers. Each verb returns the exit code. */
export class SchedulesCommand extends ApiCommand {
  list(): Promise<number> {
    return this.run(async () => {
      const { schedules, damaged } = await this.api.ask<Schedules>('/schedules');
      for (const schedule of schedules) this.terminal.say(scheduleLine(schedule));
      for (const { name, reason } of damaged) this.terminal.say(`${name.padEnd(12)}  damaged: ${reason}`);
    });
  }

  show(name: string): Promise<number> {
    return this.run(async () =>
      this.terminal.say(JSON.stringify(await this.api.ask(`/schedules/${segment(name)}`), null, 2)),
    );
  }

  /** Makes a schedule, or changes what is given of one that is there: as it was read, or not at all. */
  set(name: string, given: Partial<ScheduleDefinition>): Promise<number> {
    return this.run(async () => {
      const before = await this.find(name);
      const definition = before ? { ...definitionOf(before.schedule), ...given } : given;
      const { headers, body } = json(definition);
      const request = { method: 'PUT', headers: { ...headers, ...(before ? { 'if-match': before.etag } : {}) }, body };
      const schedule = await this.api.ask<Schedule>(`/schedules/${segment(name)}`, request);
      this.terminal.say(scheduleLine(schedule));
      this.terminal.say(`${before ? 'changed' : 'made'}; its next fires: ${schedule.next_fires.join(', ')}`);
    });
  }

  pause(name: string): Promise<number> {
    return this.steer(name, 'pause');
  }

  resume(name: string): Promise<number> {
    return this.steer(name, 'resume');
  }

  runNow(name: string): Promise<number> {
    return this.run(async () => {
      const path = `/schedules/${segment(name)}/run`;
      const { task_id, message } = await this.post<{ task_id: string; message: string }>(path, {});
      this.terminal.say(task_id);
      this.terminal.warn(message);
    });
  }

  delete(name: string): Promise<number> {
    return this.run(async () => {
      await this.api.ask(`/schedules/${segment(name)}`, { method: 'DELETE' });
      this.terminal.say(`${name} is deleted; what it has published goes on`);
    });
  }

  private steer(name: string, verb: 'pause' | 'resume'): Promise<number> {
    return this.run(async () =>
      this.terminal.say(scheduleLine(await this.post<Schedule>(`/schedules/${segment(name)}/${verb}`, {}))),
    );
  }

  /** Null where there is none, or one that is damaged: then what is given is all there is of it. */
  private async find(name: string): Promise<{ schedule: Schedule; etag: string } | null> {
    try {
      const { body, headers } = await this.api.answer<Schedule>(`/schedules/${segment(name)}`);
      return { schedule: body, etag: headers.get('etag')! };
    } catch (error) {
      if (error instanceof ApiError && [NOT_FOUND, DAMAGED].includes(error.status)) return null;
      throw error;
    }
  }
}

function definitionOf(schedule: Schedule): ScheduleDefinition {
  const { cron, timezone, task, args, chambers, overlap, catch_up, expires } = schedule;
  return { cron, timezone, task, args, chambers, overlap, catch_up, expires };
}

function scheduleLine({ name, cron, timezone, task, chambers, paused_at, next_fires }: Schedule): string {
  const when = paused_at === null ? `next ${next_fires[0]}` : `paused since ${paused_at}`;
  return `${name.padEnd(12)}  ${`${cron} ${timezone}`.padEnd(20)}  ${task} of ${chambers?.join(' and ')}  ${when}`;
}
