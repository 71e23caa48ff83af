import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Chamber, CHAMBERS, type SiteBudget, type SiteState } from '#rotunda/contracts';
import { MessagingUnavailableError, NatsAvailability } from '#rotunda/messaging';
import { SiteStore, untouchedSite } from '#rotunda/tasks';

/** Pause and breaker of each chamber as they are now, kept in memory by watching KV. */
@Injectable()
export class LiveSites implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly byChamber = new Map<Chamber, SiteState>();
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly store: SiteStore,
    private readonly nats: NatsAvailability,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const watches = await Promise.all(
      CHAMBERS.map((chamber) => this.store.watch(chamber, ({ state }) => this.see(chamber, state))),
    );
    this.stops.push(...watches.map(({ stop }) => stop));
    await Promise.all(watches.map(({ ready }) => ready));
  }

  onModuleDestroy(): void {
    this.stops.forEach((stop) => stop());
  }

  /** Calls `onChange` after each later change, until the returned function is called. */
  listen(onChange: () => void): () => void {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  }

  sites(): SiteState[] {
    return CHAMBERS.map((chamber) => this.byChamber.get(chamber) ?? untouchedSite(chamber));
  }

  /** As it is now; null where nobody has asked the site yet, and while NATS is away. */
  async budget(chamber: Chamber): Promise<SiteBudget | null> {
    if (!(await this.nats.isUp())) return null;
    try {
      return await this.store.budget(chamber);
    } catch (error) {
      if (error instanceof MessagingUnavailableError) return null;
      throw error;
    }
  }

  private see(chamber: Chamber, state: SiteState): void {
    this.byChamber.set(chamber, state);
    for (const tell of this.listeners) tell();
  }
}
