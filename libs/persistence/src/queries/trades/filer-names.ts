import type { EntityManager } from 'typeorm';

/** The ids of the filers' names that have a part. There are so few that looking at each takes a millisecond. */
export async function filersNamed(manager: EntityManager, part: string): Promise<number[]> {
  const names = await manager.query<{ id: number }[]>(
    'SELECT id FROM filer_names WHERE strpos(lower(name), lower($1)) > 0',
    [part],
  );
  return names.map(({ id }) => id);
}
