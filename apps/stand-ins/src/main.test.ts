import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

function start(...args: string[]) {
  return spawn(process.execPath, ['-C', 'rotunda-source', '--import', 'tsx', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the stand-in sites as a program', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints its URLs as one line of JSON, and exits with 0 on %s',
    async (signal) => {
      const maintenance = '[{"kind":"maintenance","path":"/search/home/"}]';
      const child = start('--faults', '[{"kind":"overloaded","path":"/"}]', '--senate-faults', maintenance);
      try {
        const [line] = (await once(child.stdout, 'data')) as [Buffer];
        const { house, senate } = JSON.parse(line.toString()) as {
          house: { url: string; window: { end: string }; filings: number };
          senate: { url: string; media_url: string; window: { end: string }; filings: number };
        };
        expect(line.toString().split('\n')).toHaveLength(2);
        expect(house.filings).toBeGreaterThan(80);
        expect(house.window.end).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect((await fetch(`${house.url}/`)).status).toBe(503);
        expect((await fetch(`${house.url}/FinancialDisclosure`)).status).toBe(200);
        expect(senate.filings).toBeGreaterThan(80);
        expect(senate.window.end).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect((await fetch(`${senate.url}/search/home/`)).status).toBe(503);
        expect((await fetch(`${senate.url}/search/`, { redirect: 'manual' })).status).toBe(302);
        expect((await fetch(senate.media_url)).status).toBe(404);
      } finally {
        child.kill(signal);
      }
      const [code] = (await once(child, 'exit')) as [number | null];
      expect(code).toBe(0);
    },
  );

  it('does not start with an unknown fault', async () => {
    const child = start('--faults', '[{"kind":"rude"}]');
    const complaints: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(1);
    expect(Buffer.concat(complaints).toString()).toContain('faults[0].kind');
  });
});
