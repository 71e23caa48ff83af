/** Names of fields whose values answers repeat under another name. */
const ALIASES: Record<string, string> = { task_id: 'id', next_cursor: 'cursor', document_sha256: 'sha256' };
const LEARNT = new Set(['id', 'name', 'sequence', 'bioguide', 'cursor', 'sha256', 'version', 'revision']);
const MOST = 200;
/** Of characters that need no percent-encoding. */
const PLACEHOLDER = /~([\w-]*)\.(\w+)\.(\d+)~/g;

/** Stands for a value of an earlier answer of a resource; `fill` puts one in. */
export const known = (resource: string, field: string, n: number): string => `~${resource}.${field}.${n}~`;

/** `/api/v1/trades/{id}/source` → `trades` */
export const resourceOf = (path: string): string => path.split('/')[3] ?? '';

/** Ids, cursors and so on of earlier answers, so that requests also get past "there is no such …". */
export class KnownValues {
  private readonly values = new Map<string, string[]>();

  /** @param kept never given out: nobody may revoke the keys that the fuzzer uses */
  constructor(private readonly kept: Set<string>) {}

  learn(path: string, body: unknown): void {
    if (typeof body !== 'object' || body === null) return;
    for (const [name, value] of Object.entries(body)) {
      const field = ALIASES[name] ?? name;
      if (typeof value === 'object') this.learn(path, value);
      else if (LEARNT.has(field) && value !== null) this.keep(resourceOf(path), field, String(value));
    }
  }

  private keep(resource: string, field: string, value: string): void {
    // A document is named by the filings and trades that come from it.
    const place = field === 'sha256' ? 'documents:sha256' : `${resource}:${field}`;
    const values = this.values.get(place) ?? [];
    this.values.set(place, values);
    if (this.kept.has(value) || values.includes(value) || value.length > MOST * 10) return;
    values.push(value);
    if (values.length > MOST) values.shift();
  }

  fill(text: string): string {
    return text.replaceAll(PLACEHOLDER, (_, resource: string, field: string, n: string) => {
      const values = this.values.get(`${resource}:${field}`) ?? [];
      return values[Number(n) % values.length] ?? 'unknown';
    });
  }
}
