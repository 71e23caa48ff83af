import { escapeIdentifier } from 'pg';
import type { EntityManager } from 'typeorm';
import { TABLE_GRANTS } from './grants.js';
import type { RoleAccount } from './role-account.js';

/** Grants what the role lacks, and revokes what it has beyond that. Tables that are not ours stay as they are. */
export async function grantTo(manager: EntityManager, account: RoleAccount): Promise<string[]> {
  const statements = await statementsFor(manager, account);
  for (const sql of statements) await manager.query(sql);
  return statements.length === 0 ? [] : [`rights of role ${account.name} updated`];
}

/** Whether `grantTo` would change anything. */
export const grantsLacking = async (manager: EntityManager, account: RoleAccount): Promise<boolean> =>
  (await statementsFor(manager, account)).length > 0;

const statementsFor = async (manager: EntityManager, account: RoleAccount): Promise<string[]> => [
  ...(await onDatabase(manager, account)),
  ...(await onTables(manager, account)),
];

async function onTables(manager: EntityManager, { role, name }: RoleAccount): Promise<string[]> {
  const grantee = escapeIdentifier(name);
  const rows = await manager.query<{ table: string; privileges: string[] }[]>(
    `SELECT c.relname AS table, array_agg(a.privilege_type::text) AS privileges
     FROM pg_class c, aclexplode(c.relacl) a
     WHERE c.relnamespace = current_schema()::regnamespace AND a.grantee = to_regrole($1)
     GROUP BY c.relname`,
    [grantee],
  );
  const held = new Map(rows.map(({ table, privileges }) => [table, privileges]));
  return Object.entries(TABLE_GRANTS).flatMap(([table, grants]) => {
    const wanted: string[] = grants[role] ?? [];
    const now = held.get(table) ?? [];
    const lacking = wanted.filter((privilege) => !now.includes(privilege));
    const excess = now.filter((privilege) => !wanted.includes(privilege));
    return [
      ...(lacking.length > 0 ? [`GRANT ${lacking.join(', ')} ON ${table} TO ${grantee}`] : []),
      ...(excess.length > 0 ? [`REVOKE ${excess.join(', ')} ON ${table} FROM ${grantee}`] : []),
    ];
  });
}

/** PUBLIC has both by default, but not where somebody has hardened the database. */
async function onDatabase(manager: EntityManager, { name }: RoleAccount): Promise<string[]> {
  const [now] = await manager.query<[{ database: string; schema: string; connects: boolean; enters: boolean }]>(
    `SELECT current_database() AS database, current_schema() AS schema,
       has_database_privilege($1, current_database(), 'CONNECT') AS connects,
       has_schema_privilege($1, current_schema(), 'USAGE') AS enters`,
    [name],
  );
  const grantee = escapeIdentifier(name);
  return [
    ...(now.connects ? [] : [`GRANT CONNECT ON DATABASE ${escapeIdentifier(now.database)} TO ${grantee}`]),
    ...(now.enters ? [] : [`GRANT USAGE ON SCHEMA ${escapeIdentifier(now.schema)} TO ${grantee}`]),
  ];
}
