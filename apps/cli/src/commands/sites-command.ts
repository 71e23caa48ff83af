import { Terminal } from '../terminal.js';

const ANSWERS_WITHIN_MS = 10_000;

interface SiteEntry {
  chamber: string;
  waiting_because: string | null;
}

/** The verb `pause`; returns the exit code. */
export const pause = (gateway: string, chamber: string, reason?: string): Promise<number> =>
  change(gateway, `${chamber}/pause`, reason === undefined ? {} : { reason });

/** The verb `resume`; returns the exit code. */
export const resume = (gateway: string, chamber: string): Promise<number> => change(gateway, `${chamber}/resume`, {});

/** @throws Error with what the gateway says, or where there is none */
async function change(gateway: string, path: string, body: { reason?: string }): Promise<number> {
  const answer = await post(new URL(`/api/v1/sites/${path}`, gateway), body);
  const { sites, detail } = (await answer.json()) as { sites?: SiteEntry[]; detail?: string };
  if (!sites) throw new Error(detail ?? `the gateway answered ${answer.status}`);
  const terminal = new Terminal();
  for (const site of sites) {
    const waits = site.waiting_because === null ? 'scrapes are taken up' : `scrapes wait: ${site.waiting_because}`;
    terminal.say(`${site.chamber}: ${waits}`);
  }
  return 0;
}

async function post(url: URL, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
  } catch (cause) {
    throw new Error(`no gateway answers at ${url.origin}; say where it is with --url or ROTUNDA_URL`, { cause });
  }
}
