import type { Chamber, CheckResult } from '#rotunda/contracts';
import { PostgresHealth } from '#rotunda/persistence';
import { taskLog } from '#rotunda/tasks';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { DisclosureSite, PassedCheck } from '../disclosure-site.js';
import { MISSING_TERMS } from './missing-terms.js';

/**
 * The check of a chamber, whatever its site. NATS works, as the command arrived. Where the site's terms are not
 * accepted no request is sent, and the breaker is not touched. In the foreground there is no Postgres.
 */
@Injectable()
export class SiteCheck {
  constructor(
    @Optional() @Inject(PostgresHealth) private readonly postgres: PostgresHealth | null,
    @Inject(MISSING_TERMS) private readonly missingTerms: string | null,
  ) {}

  /** @throws Error where Postgres is unavailable, or whatever the site's own check throws */
  async run(chamber: Chamber, site: DisclosureSite, signal: AbortSignal): Promise<CheckResult> {
    const checks = [...(await this.checkPostgres()), ...(await this.checkSite(site, signal))];
    for (const { name, detail } of checks) taskLog().log(`${name}: ${detail}`);
    return { status: this.missingTerms === null ? 'success' : 'partial', chamber, checks };
  }

  private async checkPostgres(): Promise<PassedCheck[]> {
    if (!this.postgres) return [];
    await this.postgres.check();
    return [{ name: 'postgres', detail: 'answers' }];
  }

  private async checkSite(site: DisclosureSite, signal: AbortSignal): Promise<PassedCheck[]> {
    if (this.missingTerms === null) return site.check(signal);
    return [{ name: 'terms', detail: `not accepted, so no request was sent to the site. ${this.missingTerms}` }];
  }
}
