import { Injectable, NotFoundException, Optional, type PipeTransform } from '@nestjs/common';
import { CHAMBERS, isTaskId, kindOf, SCHEDULE_NAME, type TaskName } from '#rotunda/contracts';
import { invalidFields } from './known-errors.js';

/** The `:id` of a task. */
@Injectable()
export class TaskIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (isTaskId(id)) return id;
    const message = 'id must be a task id: 1 to 128 letters, digits, hyphens or underscores';
    throw invalidFields(400, [{ field: 'id', message }]);
  }
}

/** The `:name` of a schedule. */
@Injectable()
export class ScheduleNamePipe implements PipeTransform<string, string> {
  transform(name: string): string {
    if (SCHEDULE_NAME.test(name)) return name;
    const message = 'name must have 1 to 64 letters, digits, hyphens or underscores';
    throw invalidFields(400, [{ field: 'name', message }]);
  }
}

/** The `:name` of a schedule that is to go. An entry that was written by hand may have any key of KV. */
@Injectable()
export class ScheduleKeyPipe implements PipeTransform<string, string> {
  transform(name: string): string {
    if (KV_KEY.test(name)) return name;
    throw invalidFields(400, [{ field: 'name', message: 'name must be a key of NATS KV' }]);
  }
}

/** One that NATS takes: https://docs.nats.io/nats-concepts/jetstream/key-value-store */
const KV_KEY = /^(?!\.)(?!.*\.\.)[-/=.\w]{1,256}(?<!\.)$/;

/** Where a command goes: to a chamber that has a scraper, or to each of them. */
export const DESTINATIONS = [...CHAMBERS, 'all'] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** Where a command of a kind goes: to a chamber that does it, or to each of them. */
export const destinationsOf = (name: TaskName): Destination[] => [...kindOf(name).chambers, 'all'];

/** The `:chamber` of a command. */
@Injectable()
export class DestinationPipe implements PipeTransform<string, Destination> {
  constructor(@Optional() private readonly destinations: readonly Destination[] = DESTINATIONS) {}

  transform(text: string): Destination {
    const destination = this.destinations.find((name) => name === text);
    if (destination) return destination;
    throw new NotFoundException(`No scraper takes commands for "${text}"; use one of ${this.destinations.join(', ')}.`);
  }
}
