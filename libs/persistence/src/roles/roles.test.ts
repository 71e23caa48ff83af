import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client, type DatabaseError } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, onServer, type TestDatabase } from '#rotunda/testing';
import { applyRoles } from './apply-roles.js';
import { DATABASE_ROLES, type DatabaseRole, TABLE_GRANTS } from './grants.js';

/** Roles belong to the whole server, which other test files share. */
const RUN = randomBytes(4).toString('hex');
const PASSWORD = 'a%20 pass\'word"$';
const REFUSED = '42501';

let database: TestDatabase;
let urls: Record<DatabaseRole, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  urls = urlsOf('role');
});
afterAll(() => database.drop());

const urlsOf = (prefix: string, password = PASSWORD): Record<DatabaseRole, string> => ({
  write: loginUrl(`${prefix}_write_${RUN}`, password),
  gateway: loginUrl(`${prefix}_gateway_${RUN}`, password),
  read: loginUrl(`${prefix}_read_${RUN}`, password),
});

function loginUrl(user: string, password: string): string {
  const url = new URL(database.url);
  url.username = user;
  url.password = encodeURIComponent(password);
  return url.href;
}

const asOwner = async <T>(sql: string): Promise<T[]> =>
  onServer(database.url, async (client) => (await client.query(sql)).rows as T[]);

/** The code of the error, null where there is none. Nothing stays. */
async function attempt(client: Client, sql: string): Promise<string | null> {
  await client.query('BEGIN READ WRITE');
  try {
    await client.query(sql);
    return null;
  } catch (error) {
    return (error as DatabaseError).code ?? String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

describe('the roles of the database', () => {
  beforeAll(async () => {
    await applyRoles(database.url, urls);
  });

  it('are all there after one set-up, and the next one finds nothing to do', async () => {
    expect(await applyRoles(database.url, urls)).toEqual([]);
  });

  it('have an entry for each table', async () => {
    const tables = await asOwner<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('i', 'S', 't')`,
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(TABLE_GRANTS).toSorted());
  });

  it('need no right on a sequence or function: identities, triggers and indexes need none', async () => {
    const sequences = await asOwner<{ name: string }>(
      `SELECT s.relname AS name FROM pg_class s WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = s.oid AND d.deptype = 'i')`,
    );
    expect(sequences).toEqual([{ name: 'migrations_id_seq' }]);
    const functions = await asOwner<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         AND prorettype <> 'trigger'::regtype
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')`,
    );
    expect(functions).toEqual([]);
  });

  it.each(DATABASE_ROLES)('%s may do what its entries say, and nothing else with any table', async (role) => {
    await onServer(urls[role], async (client) => {
      for (const [table, grants] of Object.entries(TABLE_GRANTS)) {
        const [column] = await asOwner<{ name: string }>(
          `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 1`,
        );
        const statements = {
          SELECT: `SELECT * FROM ${table} LIMIT 1`,
          INSERT: `INSERT INTO ${table} DEFAULT VALUES`,
          UPDATE: `UPDATE ${table} SET ${column!.name} = DEFAULT WHERE false`,
          DELETE: `DELETE FROM ${table} WHERE false`,
          TRUNCATE: `TRUNCATE ${table} CASCADE`,
          ALTER: `ALTER TABLE ${table} ADD COLUMN more text`,
          INDEX: `CREATE INDEX ON ${table} (${column!.name})`,
          TRIGGER: `CREATE TRIGGER more BEFORE INSERT ON ${table} EXECUTE FUNCTION refuse_rewriting()`,
          DROP: `DROP TABLE ${table} CASCADE`,
        };
        const may: string[] = grants[role] ?? [];
        for (const [name, sql] of Object.entries(statements)) {
          const code = await attempt(client, sql);
          expect([`${table} ${name}`, code === REFUSED ? 'refused' : 'done']).toEqual([
            `${table} ${name}`,
            may.includes(name) ? 'done' : 'refused',
          ]);
        }
      }
    });
  });

  it.each(DATABASE_ROLES)('%s may make nothing, and become nobody else', async (role) => {
    const [owner] = await asOwner<{ name: string }>('SELECT current_user AS name');
    await onServer(urls[role], async (client) => {
      for (const sql of [
        'CREATE TABLE public.more (id int)',
        'CREATE FUNCTION public.more() RETURNS int LANGUAGE sql RETURN 1',
        'CREATE SCHEMA more',
        'CREATE ROLE more',
        `SET ROLE ${owner!.name}`,
        'SELECT * FROM pg_authid',
        `COPY (SELECT 1) TO PROGRAM 'true'`,
        `SELECT pg_read_file('PG_VERSION')`,
        `ALTER ROLE ${owner!.name} PASSWORD 'x'`,
      ]) {
        expect([sql, await attempt(client, sql)]).toEqual([sql, REFUSED]);
      }
    });
  });

  it('read opens transactions in which nothing can be written', async () => {
    await onServer(urls.read, async (client) => {
      for (const sql of ['DELETE FROM outbox', 'CREATE TEMP TABLE more (id int)']) {
        await expect(client.query(sql)).rejects.toMatchObject({ code: '25006' });
      }
    });
  });

  it('lose what they got beyond their entries, and get back what they lost', async () => {
    const { username } = new URL(urls.write);
    await asOwner(`GRANT TRUNCATE, SELECT ON task_runs TO ${username}; REVOKE INSERT ON outbox FROM ${username}`);
    expect(await applyRoles(database.url, urls)).toEqual([`rights of role ${username} updated`]);
    await onServer(urls.write, async (client) => {
      expect(await attempt(client, 'TRUNCATE task_runs')).toBe(REFUSED);
      expect(await attempt(client, 'SELECT * FROM task_runs')).toBe(REFUSED);
      expect(await attempt(client, 'INSERT INTO outbox DEFAULT VALUES')).not.toBe(REFUSED);
    });
  });

  it('get the password that their URLs have now', async () => {
    const changed = urlsOf('role', 'another');
    const lines = await applyRoles(database.url, changed);
    expect(lines).toEqual(DATABASE_ROLES.map((role) => `password of role ${new URL(urls[role]).username} changed`));
    await expect(onServer(urls.read, async () => undefined)).rejects.toMatchObject({ code: '28P01' });
    await onServer(changed.read, async () => undefined);
    await applyRoles(database.url, urls);
  });
});

it('leaves passwords out of the log of Postgres and its list of queries', async () => {
  const { pathname } = new URL(database.url);
  const [place] = await asOwner<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
  await asOwner(`ALTER DATABASE ${pathname.slice(1)} SET log_statement = 'all'`);
  await applyRoles(database.url, urlsOf('logged', 'canary-password'));
  await asOwner(`ALTER DATABASE ${pathname.slice(1)} RESET log_statement`);
  const log = await readFile(`${place!.folder}.log`, 'utf8');
  expect(log).toContain(`CREATE ROLE "logged_write_${RUN}" LOGIN PASSWORD 'SCRAM-SHA-256$`);
  expect(log).not.toContain('canary-password');
});

describe('a set-up without CREATEROLE', () => {
  const owner = `plain_owner_${RUN}`;
  let ownerUrl: string;
  beforeAll(async () => {
    ownerUrl = loginUrl(owner, PASSWORD);
    await asOwner(`CREATE ROLE ${owner} LOGIN PASSWORD '${PASSWORD.replaceAll("'", "''")}';
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
        LOOP EXECUTE format('ALTER TABLE %I OWNER TO ${owner}', one.name); END LOOP;
      END $$`);
  });

  it('says what an administrator has to run, without a password, and then goes on', async () => {
    const plain = urlsOf('plain');
    const refusal = await applyRoles(ownerUrl, plain).then(String, (error: Error) => error.message);
    const statements = refusal.split('\n').slice(1);
    expect(statements).toHaveLength(4);
    expect(statements[0]).toBe(
      `  CREATE ROLE "plain_write_${RUN}" LOGIN PASSWORD '…';  -- the one in DATABASE_WRITE_URL`,
    );
    expect(refusal).not.toContain(PASSWORD);
    const secret = PASSWORD.replaceAll("'", "''");
    await asOwner(statements.join('\n').replaceAll('…', secret));
    expect(await applyRoles(ownerUrl, plain)).toHaveLength(DATABASE_ROLES.length);
    await onServer(plain.write, (client) => client.query('SELECT * FROM filings'));
  });
});

it('refuses the owner as a role, one user for two roles, and a URL without a user', async () => {
  await expect(applyRoles(database.url, { read: database.url })).rejects.toThrow(
    /DATABASE_READ_URL: \w+ has all rights of the tables' owner/,
  );
  await expect(applyRoles(database.url, { read: urls.read, write: urls.read })).rejects.toThrow('name the same user');
  await expect(applyRoles(database.url, { read: 'postgres://h/d' })).rejects.toThrow('DATABASE_READ_URL has no user');
});
