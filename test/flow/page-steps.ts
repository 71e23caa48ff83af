import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a page's code blocks make of the repository, by path: a `ts` block begins with the path of its file in a comment, a
 * `diff` block with the path after `---`.
 */
export function takeSteps(page: string, root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [, language, block] of page.matchAll(/^```(ts|diff)\n(.*?)^```$/gms)) {
    const [first, ...lines] = block!.trimEnd().split('\n');
    const path = first!.replace(/^(\/\/|---) /, '');
    const isNew = language === 'ts';
    files.set(path, isNew ? `${lines.join('\n')}\n` : patched(readFileSync(join(root, path), 'utf8'), lines));
  }
  return files;
}

/** A line with a `+` goes below the line before it, which the file has once. */
function patched(text: string, changes: string[]): string {
  const lines = text.split('\n');
  let below = 0;
  for (const change of changes) {
    const [mark, line] = [change[0], change.slice(1)];
    if (mark === '…') continue;
    if (mark === '+') {
      lines.splice(below, 0, line);
      below += 1;
      continue;
    }
    const [at, another] = lines.flatMap((one, index) => (one === line ? [index] : []));
    if (at === undefined || another !== undefined) throw new Error(`The file must have this line once: ${line}`);
    if (mark === '-') lines.splice(at, 1);
    below = mark === '-' ? at : at + 1;
  }
  return lines.join('\n');
}
