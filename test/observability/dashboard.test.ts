import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderDashboard } from '../../deploy/grafana/dashboard.js';

const FILE = new URL('../../deploy/grafana/rotunda.json', import.meta.url);

it('deploy/grafana/rotunda.json is current; npm run grafana:dashboard rewrites it', async () => {
  const rendered = renderDashboard();
  if (process.env['UPDATE_DASHBOARD']) await writeFile(FILE, JSON.stringify(rendered));
  expect(JSON.parse(await readFile(FILE, 'utf8'))).toEqual(rendered);
});
