import type { EntityManager } from 'typeorm';

/** Trades that a text may mean, which are equally near to it. */
export interface TextMatch {
  /** The nearer the larger; the same for the same names and text, whatever else is stored. */
  rank: number;
  kind: (typeof MATCH_KINDS)[number];
  /** One of these fits. */
  names: Names[];
}

/** Of these assets and of these filers, as far as they are given. */
export interface Names {
  /** Ids, or a query of words that too many names have. */
  assets?: number[] | string;
  filers?: number[];
}

/** In the order in which matches of one rank are listed. */
export const MATCH_KINDS = ['asset', 'filer', 'both'] as const;

/** Of more names than this it does not matter which one is nearest: the newest trades come first. */
const MOST_NAMES = 500;
const MOST_WORDS = 8;
/** A beginning of two letters has thousands of words. */
const SHORTEST_BEGINNING = 3;

/** As in the names; see the migration. Without it the parser would read addresses, paths and signed numbers. */
const WORDS = String.raw`to_tsvector('simple', regexp_replace($1, '[!-/:-@[-\x60{-~]+', ' ', 'g'))`;

/** The words that are like one that no name has: the likeliest ones, by their trigrams. */
const SIMILAR = `ARRAY(SELECT n.word FROM name_words n WHERE n.word % w.word
  ORDER BY similarity(n.word, w.word) DESC, n.word LIMIT 3)`;

const LOOK_UP = `
  SELECT w.word, k.known, CASE WHEN NOT k.known THEN ${SIMILAR} END AS similar
  FROM (SELECT lexeme AS word FROM unnest(${WORDS}) ORDER BY positions[1], lexeme LIMIT ${MOST_WORDS}) w
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM name_words n WHERE n.word = w.word OR (length(w.word) >= ${SHORTEST_BEGINNING}
    AND n.word >= w.word COLLATE "C" AND n.word < (w.word || chr(1114111)) COLLATE "C")) AS known) k`;

interface Word {
  /** As a query of words: the word, what begins with it, or what it may have been meant to be. */
  query: string;
  /** The word itself; null where no name has it. */
  exact: string | null;
}

/** What a text may mean, the best match first; nothing where one of its words is like no word of a name. */
export async function matchesOf(manager: EntityManager, text: string): Promise<TextMatch[]> {
  const words = await wordsOf(manager, text);
  if (words === null || words.length === 0) return [];
  const matches = [...(await wholeMatches(manager, words)), ...(await sharedMatches(manager, words))];
  return matches.toSorted((a, b) => b.rank - a.rank || MATCH_KINDS.indexOf(a.kind) - MATCH_KINDS.indexOf(b.kind));
}

async function wordsOf(manager: EntityManager, text: string): Promise<Word[] | null> {
  const found = await manager.query<{ word: string; known: boolean; similar: string[] | null }[]>(LOOK_UP, [
    text.replaceAll('\0', ' '),
  ]);
  const words = found.map(({ word, known, similar }): Word | null => {
    if (!known) return similar!.length > 0 ? { query: anyOf(similar!), exact: null } : null;
    const exact = quoted(word);
    return { query: word.length < SHORTEST_BEGINNING ? exact : `${exact}:*`, exact };
  });
  return words.includes(null) ? null : (words as Word[]);
}

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
const anyOf = (words: string[]): string => `(${words.map(quoted).join('|')})`;
const allOf = (words: Word[]): string => words.map(({ query }) => query).join('&');

/** Shorter names are nearer, and words as they were written nearer than their beginnings. */
const RANK = `round(100 * (ts_rank(n.words, $1::tsquery, 1) + coalesce(ts_rank(n.words, $2::tsquery, 1), 0)))::integer`;

/** Names that have all of the words. */
async function wholeMatches(manager: EntityManager, words: Word[]): Promise<TextMatch[]> {
  const query = allOf(words);
  const exact = words.some((word) => word.exact === null) ? null : words.map((word) => word.exact).join('&');
  const of = (table: string): Promise<{ id: number; rank: number }[]> =>
    manager.query(`SELECT n.id, ${RANK} AS rank FROM ${table} n WHERE n.words @@ $1::tsquery LIMIT ${MOST_NAMES + 1}`, [
      query,
      exact,
    ]);
  const assets = await of('asset_names');
  const filers = await of('filer_names');
  const byAsset: TextMatch[] =
    assets.length > MOST_NAMES
      ? [{ rank: 0, kind: 'asset', names: [{ assets: query }] }]
      : byRank(assets).map(([rank, ids]) => ({ rank, kind: 'asset', names: [{ assets: ids }] }));
  return [
    ...byAsset,
    ...byRank(filers).map(([rank, ids]): TextMatch => ({ rank, kind: 'filer', names: [{ filers: ids }] })),
  ];
}

function byRank(names: { id: number; rank: number }[]): [number, number[]][] {
  const ids = new Map<number, number[]>();
  for (const { id, rank } of names) ids.set(rank, [...(ids.get(rank) ?? []), id]);
  return [...ids];
}

/** Some words in the filer's name, and all others in the asset's. Below all names that have them all. */
async function sharedMatches(manager: EntityManager, words: Word[]): Promise<TextMatch[]> {
  if (words.length === 1) return [];
  const groups = await manager.query<{ held: number[]; filers: number[] }[]>(
    `SELECT held, array_agg(id) AS filers FROM (
       SELECT n.id, array_agg(w.no::integer ORDER BY w.no) AS held FROM filer_names n
       JOIN unnest($1::text[]) WITH ORDINALITY AS w (query, no) ON n.words @@ w.query::tsquery
       GROUP BY n.id HAVING count(*) < $2) n
     GROUP BY held`,
    [words.map(({ query }) => query), words.length],
  );
  const names: Names[] = [];
  for (const { held, filers } of groups) {
    const rest = allOf(words.filter((_, i) => !held.includes(i + 1)));
    const assets = await manager.query<{ id: number }[]>(
      `SELECT id FROM asset_names WHERE words @@ $1::tsquery LIMIT ${MOST_NAMES + 1}`,
      [rest],
    );
    if (assets.length > 0)
      names.push({ filers, assets: assets.length > MOST_NAMES ? rest : assets.map(({ id }) => id) });
  }
  return names.length === 0 ? [] : [{ rank: -1, kind: 'both', names }];
}
