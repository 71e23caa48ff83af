import { readFile, writeFile } from 'node:fs/promises';
import type { MetricsText } from './metrics-text.js';

const FILE = new URL('../../docs/observability.md', import.meta.url);
const BEGIN = '<!-- The list is generated: test/metrics/metrics.test.ts -->';
const END = '<!-- End of the list -->';
const WIDTH = 120;

interface Listed {
  labels: Set<string>;
  type: string;
  help: string;
  services: string[];
}

/** The list of metrics for docs/observability.md. @param served by service */
export function renderMetrics(served: Record<string, MetricsText>): string {
  const listed = new Map<string, Listed>();
  for (const [service, metrics] of Object.entries(served)) {
    for (const { name, type, help, samples } of metrics.own) {
      const metric = listed.get(name) ?? { labels: new Set(), type, help, services: [] };
      listed.set(name, metric);
      metric.services.push(service);
      for (const { labels } of samples) Object.keys(labels).forEach((label) => metric.labels.add(label));
      metric.labels.delete('le');
    }
  }
  return [...listed.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { labels, type, help, services }]) => {
      const braces = labels.size > 0 ? `{${[...labels].join(', ')}}` : '';
      return wrapped(`- \`${name}${braces}\` (${type}; ${services.join(', ')}): ${help}.`);
    })
    .join('\n');
}

export async function documentedMetrics(): Promise<string> {
  const text = await readFile(FILE, 'utf8');
  return text.slice(text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)).trim();
}

export async function rewriteMetrics(list: string): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  const [before, after] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
  await writeFile(FILE, `${text.slice(0, before)}\n\n${list}\n\n${text.slice(after)}`);
}

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = ` `;
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
