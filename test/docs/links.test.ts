import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allPages } from './page.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CODE = /^```[^]*?^```$/gm;
const LINK = /\]\(([^)\s]+)\)/g;
const HEADING = /^#+ (.*)$/gm;

const fileOf = (name: string): string => join(ROOT, name === 'README' ? 'README.md' : `docs/${name}.md`);

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\-_ ]/gu, '')
    .replaceAll(' ', '-');

const pages = (await allPages()).map(([name, text]) => ({ file: fileOf(name), text: text.replaceAll(CODE, '') }));
const anchors = new Map(
  pages.map(({ file, text }) => [file, [...text.matchAll(HEADING)].map(([, heading]) => anchorOf(heading!))]),
);

const isDead = (from: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#');
  const to = path === '' ? from : join(dirname(from), path);
  return !existsSync(to) || (anchor !== undefined && anchors.get(to)?.includes(anchor) === false);
};

it('README.md and the pages of docs link to files and headings that exist', () => {
  const links = pages.flatMap(({ file, text }) => [...text.matchAll(LINK)].map(([, link]) => ({ file, link: link! })));
  const own = links.filter(({ link }) => !/^(?:https?|mailto):/.test(link));
  expect(own.length).toBeGreaterThan(50);
  expect(own.filter(({ file, link }) => isDead(file, link))).toEqual([]);
});

it('notices a file or a heading that is missing', () => {
  expect(isDead(fileOf('README'), 'docs/nowhere.md')).toBe(true);
  expect(isDead(fileOf('nats'), 'access.md#no-such-heading')).toBe(true);
});
