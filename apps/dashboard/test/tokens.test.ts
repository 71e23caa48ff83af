import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const LEAST_CONTRAST = 4.5;
const STATES = ['pending', 'started', 'success', 'retry', 'failure', 'revoked'];
const SURFACES = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'];
/** Each text with the backgrounds that it stands on. */
const PAIRS: [text: string, background: string][] = [
  ...['text', 'text-muted', 'link'].flatMap((text) => SURFACES.map((surface): [string, string] => [text, surface])),
  ...STATES.flatMap((state): [string, string][] => [
    [state, `${state}-soft`],
    [state, 'surface'],
  ]),
  ['on-accent', 'accent'],
];

it.each(['light', 'dark'] as const)('every text of the %s theme can be read on its background', async (scheme) => {
  const colours = coloursOf(await readFile(join(import.meta.dirname, '../src/ui/styles/tokens.css'), 'utf8'), scheme);
  const contrasts = PAIRS.map(([text, background]) => ({
    ...{ text, background, contrast: contrast(colours[text]!, colours[background]!) },
  }));
  expect(contrasts.filter((pair) => !(pair.contrast >= LEAST_CONTRAST))).toEqual([]);
});

function coloursOf(css: string, scheme: 'light' | 'dark'): Record<string, string> {
  const pairs = css.matchAll(/--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g);
  return Object.fromEntries(
    [...pairs].map(([, name, light, dark, both]) => [name!, both ?? (scheme === 'light' ? light : dark) ?? '']),
  );
}

/** As WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
