import { ApiProperty } from '@nestjs/swagger';
import { CHAMBERS, type SiteBudget, type SiteState, type WorkerState } from '#rotunda/contracts';
import { heldBackBecause } from '#rotunda/tasks';

class Pause {
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

class Breaker {
  @ApiProperty({
    enum: ['closed', 'open', 'half_open'],
    description:
      '`open`: the site refused us, and is left alone until `probe_at`; `half_open`: one worker is probing it',
  })
  state!: string;
  @ApiProperty({ description: 'Refusals in a row' })
  failures!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  opened_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  probe_at!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the site said' })
  reason!: string | null;
  @ApiProperty({ required: false, description: 'How often it opened since the site last served a document' })
  trips?: number;
}

/** A chamber's site: whether its scrapes run, and if not, why. */
export class SiteEntryView {
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ type: Pause, nullable: true, description: 'Set while an operator has paused the chamber' })
  paused!: Pause | null;
  @ApiProperty({ type: Breaker })
  breaker!: Breaker;
  @ApiProperty({ type: String, nullable: true, description: 'Why scrapes wait in the queue; null if they run' })
  waiting_because!: string | null;
}

export class SiteList {
  @ApiProperty({ type: [SiteEntryView] })
  sites!: SiteEntryView[];
}

class Budget {
  @ApiProperty({ type: String, nullable: true, description: 'The worker that is asking the site; null: none is' })
  holder!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its turn ends if it is silent' })
  held_until!: string | null;
  @ApiProperty({ format: 'date-time', description: 'No request is sent before' })
  next_request_at!: string;
  @ApiProperty({ required: false, description: 'The pause between two requests, in ms; absent for older workers' })
  interval_ms?: number;
  @ApiProperty({ required: false, description: 'How long the site asked us to wait (Retry-After), in ms' })
  rest_ms?: number;
}

export class SiteStatusView extends SiteEntryView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What a running worker lacks to scrape, such as accepted terms, and what to do; null: nothing',
  })
  withheld!: string | null;
  @ApiProperty({
    type: Budget,
    nullable: true,
    description: 'One request at a time, with a pause in between; null: nobody has asked yet, or NATS is away',
  })
  budget!: Budget | null;
}

export class SiteStatusList {
  @ApiProperty({ type: [SiteStatusView] })
  sites!: SiteStatusView[];
}

export const presentSiteStatus = (
  state: SiteState,
  workers: readonly WorkerState[],
  budget: SiteBudget | null,
): SiteStatusView => ({
  ...presentSite(state),
  withheld:
    workers.find(({ chamber, withheld }) => chamber === state.chamber && withheld?.scrape)?.withheld?.scrape ?? null,
  budget: budget && presentBudget(budget),
});

const presentBudget = ({ v: _version, ...budget }: SiteBudget): Budget => budget;

export const presentSite = (state: SiteState): SiteEntryView => ({
  chamber: state.chamber,
  paused: state.paused,
  breaker: state.breaker,
  waiting_because: heldBackBecause(state),
});
