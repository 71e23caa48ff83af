import { readFile } from 'node:fs/promises';

const PAGE = new URL('../../docs/troubleshooting.md', import.meta.url);
const FENCED = /^```sh\n([^]*?)^```$/gm;
const INLINE = /`([^`]+)`/g;

export interface Block {
  section: string;
  commands: string;
}

export const page = (): Promise<string> => readFile(PAGE, 'utf8');

/** The fenced commands of docs/troubleshooting.md. */
export const blocksOf = (text: string): Block[] =>
  text.split(/^#+ /m).flatMap((part) => {
    const section = part.slice(0, part.indexOf('\n'));
    return [...part.matchAll(FENCED)].map(([, commands]) => ({ section, commands: commands! }));
  });

/** What follows `npx rotunda` anywhere on the page, and the code that begins with one of these verbs; each as words. */
export const verbsOn = (text: string, verbs: string[]): string[][] => {
  const fenced = blocksOf(text).flatMap(({ commands }) => commands.split('\n'));
  const inline = [...text.replaceAll(FENCED, '').matchAll(INLINE)].map(([, code]) => code!);
  return [...fenced, ...inline]
    .map((code) => code.replace(/^npx rotunda /, '').split(/\s+/))
    .filter(([first, second]) => verbs.includes(first!) && second !== undefined);
};
