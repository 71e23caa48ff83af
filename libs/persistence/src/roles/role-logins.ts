import { escapeIdentifier, escapeLiteral } from 'pg';
import type { EntityManager } from 'typeorm';
import { DatabaseRoleError, isWrongPassword, type RoleAccount } from './role-account.js';
import { scramVerifier } from './scram-verifier.js';

/** A statement that a role lacks. */
export interface LoginStep {
  sql: string;
  /** The same for an administrator, without a password. */
  shown: string;
  change: string;
  isAllowed: boolean;
}

interface KnownRole {
  name: string;
  /** The owner itself, a member of it, or a superuser: grants would not limit it. */
  ownsTables: boolean;
  /** Whether we may change it. */
  isOurs: boolean;
  readsOnly: boolean;
}

/** What it takes until each account can log in, with its password, and the reader only reads. */
export async function loginSteps(
  manager: EntityManager,
  databaseUrl: string,
  accounts: RoleAccount[],
): Promise<LoginStep[]> {
  const known = await knownRoles(manager, accounts);
  const { mayCreate, database } = await ourselves(manager);
  const steps: LoginStep[] = [];
  for (const account of accounts) {
    const role = known.get(account.name);
    if (role?.ownsTables) throw ownerError(account);
    const isAllowed = role ? role.isOurs : mayCreate;
    if (!role) steps.push({ ...login('CREATE', account), change: `role ${account.name} created`, isAllowed });
    else if (await isWrongPassword(databaseUrl, account)) {
      steps.push({ ...login('ALTER', account), change: `password of role ${account.name} changed`, isAllowed });
    }
    if (account.role === 'read' && !role?.readsOnly) {
      const sql = `ALTER ROLE ${escapeIdentifier(account.name)} IN DATABASE ${escapeIdentifier(database)}
        SET default_transaction_read_only = on`.replaceAll(/\s+/g, ' ');
      steps.push({ sql, shown: `${sql};`, change: `role ${account.name} only reads`, isAllowed });
    }
  }
  return steps;
}

const ownerError = ({ setting, name }: RoleAccount): DatabaseRoleError =>
  new DatabaseRoleError(`${setting}: ${name} has all rights of the tables' owner (DATABASE_URL); give another user`);

function login(verb: 'CREATE' | 'ALTER', { name, password, setting }: RoleAccount): Pick<LoginStep, 'sql' | 'shown'> {
  const sql = `${verb} ROLE ${escapeIdentifier(name)} LOGIN`;
  if (password === null) return { sql, shown: `${sql};` };
  return {
    sql: `${sql} PASSWORD ${escapeLiteral(scramVerifier(password))}`,
    shown: `${sql} PASSWORD '…';  -- the one in ${setting}`,
  };
}

async function knownRoles(manager: EntityManager, accounts: RoleAccount[]): Promise<Map<string, KnownRole>> {
  const roles = await manager.query<KnownRole[]>(
    `SELECT r.rolname AS name, pg_has_role(r.oid, current_user, 'MEMBER') AS "ownsTables",
       me.rolsuper OR (me.rolcreaterole AND pg_has_role(me.oid, r.oid, 'MEMBER WITH ADMIN OPTION')) AS "isOurs",
       EXISTS (SELECT FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
         WHERE s.setrole = r.oid AND d.datname = current_database()
           AND 'default_transaction_read_only=on' = ANY(s.setconfig)) AS "readsOnly"
     FROM pg_roles r, pg_roles me WHERE me.rolname = current_user AND r.rolname = ANY($1)`,
    [accounts.map(({ name }) => name)],
  );
  return new Map(roles.map((role) => [role.name, role]));
}

async function ourselves(manager: EntityManager): Promise<{ mayCreate: boolean; database: string }> {
  const [me] = await manager.query<[{ mayCreate: boolean; database: string }]>(
    `SELECT rolsuper OR rolcreaterole AS "mayCreate", current_database() AS database
     FROM pg_roles WHERE rolname = current_user`,
  );
  return me;
}
