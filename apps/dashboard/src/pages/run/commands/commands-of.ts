export interface Choice {
  name: string;
  chamber: string;
  /** The chambers that `all` stands for. */
  chambers: readonly string[];
  body: Record<string, unknown>;
}

interface Gateway {
  origin: string;
  needsKey: boolean;
}

const USUAL_GATEWAYS = ['http://127.0.0.1:8080', 'http://localhost:8080'];

/** The same command for a shell: by curl, by our own program, and by NATS. */
export function commandsOf({ name, chamber, chambers, body }: Choice, { origin, needsKey }: Gateway) {
  const json = quoted(JSON.stringify(body));
  const key = needsKey
    ? String.raw` \
  -H @- <<< "Authorization: Bearer $(cat "$ROTUNDA_KEY_FILE")"`
    : '';
  const gateway = USUAL_GATEWAYS.includes(origin) ? '' : ` --gateway ${origin}`;
  const subjects = (chamber === 'all' ? chambers : [chamber]).map((one) => `tasks.${one}.${name}`);
  return {
    curl: String.raw`curl -X POST ${origin}/api/v1/tasks/${name}/${chamber} \
  -H 'content-type: application/json' \
  -d ${json}${key}`,
    rotunda: `npx rotunda tasks${gateway} submit ${name} ${chamber}${json === "'{}'" ? '' : ` --args ${json}`}`,
    nats: subjects.map((subject) => `nats pub ${subject} ${json}`).join('\n'),
  };
}

/** For a POSIX shell: nothing inside is special. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
