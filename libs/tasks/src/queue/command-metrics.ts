import { type Chamber, type CommandSource, kindsOf, type TaskName } from '#rotunda/contracts';
import { Counter, type Registry } from 'prom-client';

/**
 * Counts accepted commands, each one once: the service that publishes a command counts it. Those of others are counted by
 * the worker that first starts them: before that, several services may see them.
 */
export class CommandMetrics {
  private readonly accepted: Counter;

  /** @param sources those that this service counts */
  constructor(registry: Registry, chambers: readonly Chamber[], sources: readonly CommandSource[]) {
    this.accepted = new Counter({
      name: 'rotunda_commands_accepted_total',
      help:
        'Commands that came into the queue, by source: rest, retry, replay and sweep (half-done ones, finished) are ' +
        'counted by the gateway, schedule by the scheduler, bus by the worker that first starts it',
      labelNames: ['chamber', 'kind', 'source'],
      registers: [registry],
    });
    for (const chamber of chambers) {
      for (const kind of kindsOf(chamber)) {
        for (const source of sources) this.accepted.inc({ chamber, kind, source }, 0);
      }
    }
  }

  count({ chamber, name }: { chamber: Chamber; name: TaskName }, source: CommandSource): void {
    this.accepted.inc({ chamber, kind: name, source });
  }
}
