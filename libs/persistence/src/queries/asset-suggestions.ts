import type { EntityManager } from 'typeorm';

/** An asset of the archive that a text may mean. */
export interface AssetSuggestion {
  assetName: string;
  /** The ticker that it was disclosed with, if any. */
  ticker: string | null;
  /** From 0 to 1: the share of trigrams that both texts have. */
  likeness: number;
}

/** A shorter text is like anything. */
const SHORTEST = 3;
const MOST = 3;

const SUGGEST = `
  SELECT w.place::integer, n.name AS "assetName", n.likeness, (
    SELECT s.ticker FROM trade_search s WHERE s.asset_id = n.id AND s.ticker IS NOT NULL AND s.known_to = 'infinity' LIMIT 1
  ) AS ticker
  FROM unnest($1::text[]) WITH ORDINALITY AS w (text, place) CROSS JOIN LATERAL (
    SELECT n.id, n.name, round(similarity(n.name, w.text)::numeric, 2)::float AS likeness FROM asset_names n
    WHERE n.name % w.text ORDER BY similarity(n.name, w.text) DESC, n.name LIMIT ${MOST}) n
  WHERE length(w.text) >= ${SHORTEST} ORDER BY w.place, n.likeness DESC, n.name`;

/** For each text the assets of the archive that are most like it: suggestions for a person, never data. */
export async function suggestAssets(manager: EntityManager, texts: string[]): Promise<AssetSuggestion[][]> {
  if (texts.length === 0) return [];
  const found = await manager.query<(AssetSuggestion & { place: number })[]>(SUGGEST, [texts]);
  return texts.map((_, i) => found.filter(({ place }) => place === i + 1).map(({ place: __, ...asset }) => asset));
}
