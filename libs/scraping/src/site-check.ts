import type { Chamber, CheckResult } from '#rotunda/contracts';
import { PostgresHealth } from '#rotunda/persistence';
import { taskLog } from '#rotunda/tasks';
import { Injectable } from '@nestjs/common';
import type { DisclosureSite } from './disclosure-site.js';

/** The check of a chamber, whatever its site. That the command came says that NATS is there. */
@Injectable()
export class SiteCheck {
  constructor(private readonly postgres: PostgresHealth) {}

  /** @throws Error where Postgres is away, or whatever the site's own check throws */
  async run(chamber: Chamber, site: DisclosureSite, signal: AbortSignal): Promise<CheckResult> {
    await this.postgres.check();
    const postgres = { name: 'postgres', detail: 'answers' };
    const checks = [postgres, ...(await site.check(signal))];
    for (const { name, detail } of checks) taskLog().log(`${name}: ${detail}`);
    return { status: 'success', chamber, checks };
  }
}
