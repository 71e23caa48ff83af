import { Gauge, type Registry } from 'prom-client';
import type { Clock } from './clock.js';
import type { Dependency } from './health.js';
import { SharedReading } from './shared-reading.js';

/**
 * `rotunda_<dependency>_up`. While it is 0, gauges of what the dependency told us have no value: an old figure would look
 * current.
 */
export class Availability {
  private readonly reading: SharedReading<true>;

  constructor(registry: Registry, dependency: Dependency, title: string, now: Clock) {
    this.reading = new SharedReading(() => dependency.check().then(() => true as const, asAway), now);
    const up: Gauge = new Gauge({
      name: `rotunda_${dependency.name}_up`,
      help: `1 while ${title} answers this service; while 0, the figures that come from it have no value`,
      registers: [registry],
      collect: async () => up.set((await this.isUp()) ? 1 : 0),
    });
  }

  async isUp(): Promise<boolean> {
    return (await this.reading.get()) === true;
  }
}

const asAway = (): null => null;
