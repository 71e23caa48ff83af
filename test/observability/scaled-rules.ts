import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const RULES_FILE = fileURLToPath(new URL('../../deploy/prometheus/rotunda.rules.yml', import.meta.url));

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
type Unit = keyof typeof SECONDS;

/** A minute of the rules is a second of the tests. */
const FASTER = 60;
/** A window must hold several samples; nothing is worth a longer wait. */
const SHORTEST_S = 2;
const LONGEST_S = 5;

const scaled = (seconds: number): number => Math.min(LONGEST_S, Math.max(SHORTEST_S, Math.round(seconds / FASTER)));
const scaledDuration = (n: string, unit: string): string => `${scaled(Number(n) * SECONDS[unit as Unit])}s`;

/**
 * The shipped rules in the time of tests. Only times change: `for: 10m`, windows (`[1h]`), and thresholds in seconds,
 * which the rules write as `N * 60`. Those in hours (`N * 3600`) are of times that the database keeps, where a test can
 * set them back. What is counted, compared and joined stays as it is shipped.
 */
export function inTestTime(rules: string): string {
  return rules
    .replaceAll(/\bfor: (\d+)([smhd])/g, (_, n: string, unit: string) => `for: ${scaledDuration(n, unit)}`)
    .replaceAll(/\[(\d+)([smhd])\]/g, (_, n: string, unit: string) => `[${scaledDuration(n, unit)}]`)
    .replaceAll(/(\d+) \* 60\b/g, (_, n: string) => String(scaled(Number(n) * 60)));
}

export const shippedRules = (): Promise<string> => readFile(RULES_FILE, 'utf8');

export interface ShippedAlert {
  name: string;
  severity: string;
  runbook: string;
}

/** The alerts of the shipped rules, as their file has them. */
export async function shippedAlerts(): Promise<ShippedAlert[]> {
  const [, ...blocks] = (await shippedRules()).split(/^ *- alert: /m);
  return blocks.map((block) => ({
    name: /^\w+/.exec(block)![0],
    severity: /severity: (\w+)/.exec(block)?.[1] ?? '',
    runbook: /runbook: (\S+)/.exec(block)?.[1] ?? '',
  }));
}
