import { Client } from 'pg';
import { eventually, onServer } from '#rotunda/testing';
import { HANGS_AFTER_MS } from './timing.js';

const GATES = 71_004;

/**
 * Where a worker can be held. A trigger installed by the test waits there for an advisory lock that the test holds. The
 * services know nothing of it, and the worker is in the same state as if its process had been frozen there.
 */
export type Place =
  /** The document is fetched; nothing of the filing is stored. Key: the DocID. */
  | 'raw_documents'
  /** All that the filing's transaction writes is written; COMMIT is not sent. Key: the DocID. */
  | 'outbox'
  /** All filings are committed; neither final state nor ack are sent. Key: the window's first day. */
  | 'scraped_windows';

/** The key in the row of the trigger. */
const KEYS: Record<Place, string> = {
  raw_documents: `substring(NEW.url FROM '([0-9]+)[.]pdf$')`,
  outbox: `NEW.payload->'data'->>'external_id'`,
  scraped_windows: 'NEW.start_date::text',
};

/**
 * Also records who wrote which filing, in the order of the commits: the lineage lock serialises all stores of a
 * chamber. The worker's name is a setting of its connection. The functions run as the owner: services have no right on
 * these tables.
 */
const AUDIT = `
  CREATE TABLE test_writes (seq bigserial PRIMARY KEY, external_id text, task_id text, worker text);
  CREATE FUNCTION test_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO test_writes (external_id, task_id, worker)
    VALUES (NEW.external_id, NEW.last_task_id, current_setting('rotunda_test.worker', true));
    RETURN NULL;
  END $$;
  CREATE TRIGGER test_audit AFTER UPDATE OF status ON filings FOR EACH ROW EXECUTE FUNCTION test_audit();`;

const gateSql = (place: Place): string => `
  CREATE FUNCTION test_gate_${place}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    PERFORM pg_advisory_xact_lock_shared(${GATES}, lock) FROM test_gates
    WHERE place = '${place}' AND key = ${KEYS[place]};
    RETURN NEW;
  END $$;
  CREATE TRIGGER test_gate BEFORE INSERT ON ${place} FOR EACH ROW EXECUTE FUNCTION test_gate_${place}();`;

export async function installGates(databaseUrl: string): Promise<void> {
  const places = Object.keys(KEYS) as Place[];
  const sql = [
    AUDIT,
    'CREATE TABLE test_gates (place text, key text, lock serial, PRIMARY KEY (place, key));',
    ...places.map(gateSql),
  ];
  await onServer(databaseUrl, (client) => client.query(sql.join('\n')));
}

/** The same database, for a worker whose writes are recorded under its name. */
export function knownAs(worker: string, databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c rotunda_test.worker=${worker}`);
  return url.href;
}

/** A closed gate, before which workers wait. */
export class Gate {
  private constructor(
    private readonly keeper: Client,
    private readonly databaseUrl: string,
    private readonly lock: number,
  ) {}

  static async close(databaseUrl: string, place: Place, key: string): Promise<Gate> {
    const keeper = new Client({ connectionString: databaseUrl });
    // If the server is killed while we hold the lock, the gate is open.
    keeper.on('error', () => undefined);
    await keeper.connect();
    const { rows } = await keeper.query<{ lock: number }>(
      'INSERT INTO test_gates (place, key) VALUES ($1, $2) RETURNING lock',
      [place, key],
    );
    const { lock } = rows[0]!;
    await keeper.query('SELECT pg_advisory_lock($1, $2)', [GATES, lock]);
    return new Gate(keeper, databaseUrl, lock);
  }

  /** Resolves when a worker waits at it. */
  async met(): Promise<void> {
    await eventually(`somebody before gate ${this.lock}`, () => this.isWaitedAt(), HANGS_AFTER_MS);
  }

  isWaitedAt(): Promise<boolean> {
    const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND NOT granted`;
    return onServer(this.databaseUrl, async (client) => {
      const { rows } = await client.query(waiting, [GATES, this.lock]);
      return rows.length > 0;
    });
  }

  /** Lets waiting and later workers pass. */
  async open(): Promise<void> {
    const forgetting = this.keeper.query('DELETE FROM test_gates WHERE lock = $1', [this.lock]);
    await forgetting.catch(() => undefined);
    await this.keeper.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await this.keeper.end().catch(() => undefined);
  }
}
