import { readFile, readdir } from 'node:fs/promises';

const DOCS = new URL('../../docs/', import.meta.url);
const README = new URL('../../README.md', import.meta.url);
const FENCED = /^```sh\n([^]*?)^```$/gm;
const ANY_FENCED = /^```[^]*?^```$/gm;
const INLINE = /`([^`\n]+)`/g;

/** Fenced commands of a page. */
export interface Block {
  /** The heading that they stand below. */
  section: string;
  commands: string;
}

/** The text of `docs/<name>.md`. */
export const pageOf = (name: string): Promise<string> => readFile(new URL(`${name}.md`, DOCS), 'utf8');

/** README.md and all pages of docs, by name. */
export async function allPages(): Promise<[name: string, text: string][]> {
  const names = (await readdir(DOCS)).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
  const pages = await Promise.all(names.map(async (name) => [name, await pageOf(name)] as [string, string]));
  return [['README', await readFile(README, 'utf8')], ...pages];
}

/** What is to be typed into a shell: the blocks that are marked as `sh`. */
export const blocksOf = (text: string): Block[] =>
  text.split(/^#+ /m).flatMap((part) => {
    const section = part.slice(0, part.indexOf('\n'));
    return [...part.matchAll(FENCED)].map(([, commands]) => ({ section, commands: commands! }));
  });

/**
 * What follows `rotunda` anywhere on the page, and code in a sentence that begins with one of these verbs (not with a field); each as
 * words, without a shell's comments, redirections and further commands.
 */
export const verbsOn = (text: string, verbs: readonly string[]): string[][] => {
  const fenced = [...text.matchAll(ANY_FENCED)].flatMap(([block]) => block.split('\n')).map(afterRotunda);
  const inline = [...text.replaceAll(ANY_FENCED, '').matchAll(INLINE)].map(([, code]) => code!);
  const unprefixed = inline
    .filter((code) => !/^"|:/.test(code))
    .map(wordsOf)
    .filter(([first, ...others]) => verbs.includes(first!) && others.length > 0);
  return [...fenced, ...inline.map(afterRotunda), ...unprefixed].filter((words) => words.length > 0);
};

const afterRotunda = (code: string): string[] =>
  wordsOf(/(?:^|[\s;|(])rotunda ((?:'[^']*'|[^|;&])*)/.exec(code)?.[1] ?? '');

/** As a shell splits them, up to a comment or a redirection. */
function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/'[^']*'|"[^"]*"|\S+/g)].map(([word]) => word.replaceAll(/^['"]|['"]$/g, ''));
  const end = words.findIndex((word) => /^[#>…]|^\d?>/.test(word));
  return end < 0 ? words : words.slice(0, end);
}
