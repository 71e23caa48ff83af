import { setTimeout as delay } from 'node:timers/promises';
import type { RotundaApi } from '../../api/rotunda-api.js';
import { type ChamberTask, foldByChamber } from './chamber-parts.js';

const POLL_MS = 250;

/** A scrape of all chambers, as `GET tasks/{id}` shows it; the answer has more fields. */
export interface ScrapeOfAll {
  id: string;
  children: ChamberTask[];
  times: { finished: string | null };
}

/** What the demo shows of a trade; the answer has more fields. */
export interface TradeRow {
  owner: string | null;
  owner_raw: string;
  type: string | null;
  type_raw: string;
  ticker: string | null;
  asset_name: string;
  traded_on: string | null;
  traded_on_raw: string;
  amount_raw: string;
  filing: { filed_on: string | null; filed_at_raw: string; filer_name_raw: string };
}

/**
 * Scrapes both chambers' filings of these days, both included, until each chamber's task has ended, well or not. A
 * gateway that is away for a moment is waited for: the tasks continue without it.
 *
 * @param stopping ends the waiting with an AbortError
 */
export async function scrapeAll(
  api: RotundaApi,
  window: { start: string; end: string },
  onProgress: (chambers: ChamberTask[]) => void,
  stopping: AbortSignal,
): Promise<ScrapeOfAll> {
  const body = { start_date: window.start, end_date: window.end };
  const { task_id } = await api.post<{ task_id: string }>('/tasks/scrape/all', body);
  for (;;) {
    const scrape = await api.sendUntilAnswered<ScrapeOfAll>(`/tasks/${task_id}`, {}, undefined, stopping);
    const children = foldByChamber(scrape.children);
    if (scrape.times.finished !== null) return { ...scrape, children };
    onProgress(children);
    await delay(POLL_MS, undefined, { signal: stopping });
  }
}

/** The trades of the newest filings. */
export const newestTrades = async (api: RotundaApi, limit: number): Promise<TradeRow[]> =>
  (await api.get<{ data: TradeRow[] }>(`/trades?limit=${limit}`)).data;
