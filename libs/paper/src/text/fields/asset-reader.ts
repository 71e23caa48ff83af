import type { ReadCharacter, ReadLine } from '../text-recogniser.js';

export interface AssetReading {
  value: string;
  /** As read, before any repair. */
  raw: string;
  /** From 0 to 1, not calibrated: the probability that each letter is right, all together. */
  score: number;
}

/** @param lines of the cell, from the top; a name on two lines is one name */
export function readAsset(lines: readonly ReadLine[]): AssetReading {
  const raw = lines.map(({ text }) => text.trim()).join(' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  const value = withoutStrays(
    lines
      .map((line) => repair(line))
      .join(' ')
      .replace(/\s+/g, ' '),
  );
  const letters = lines.flatMap(({ characters }) => characters).filter(({ text }) => /[A-Za-z0-9]/.test(text));
  const score = letters.length === 0 ? 0 : letters.reduce((product, { probability }) => product * probability, 1);
  return { value, raw, score };
}

/** The model was trained on Chinese pages, too. */
const WIDE_FORMS = /[\uFF01-\uFF5E]/g;
const narrow = (text: string): string =>
  text.replace(WIDE_FORMS, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');

function repair({ characters }: ReadLine): string {
  const words: ReadCharacter[][] = [[]];
  for (const character of characters) {
    if (character.text.trim() === '') words.push([]);
    else words.at(-1)!.push(character);
  }
  const texts = words.map((word) => narrow(lettersIn(word)));
  const areTitles = texts.every((text) => !/^[a-km-z]/.test(text));
  return texts.map((text) => withCapitalI(text, areTitles)).join(' ');
}

/** A digit among letters that the recogniser itself holds for a letter, too, is that letter. */
function lettersIn(word: readonly ReadCharacter[]): string {
  const others = word.filter(({ text }) => /[A-Za-z]/.test(text)).length;
  const digits = word.filter(({ text }) => /\d/.test(text)).length;
  if (others === 0 || digits > 1) return word.map(({ text }) => text).join('');
  return word
    .map(({ text, options = [] }) => {
      const letters = LETTERS_LIKE[text] ?? '';
      return options.find((option) => option.probability > 0.01 && letters.includes(option.text))?.text || text;
    })
    .join('');
}

const LETTERS_LIKE: Record<string, string> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B', '9': 'S' };

/** A small l is I among capitals, and at the start of a name before a letter that no name has after an L. */
function withCapitalI(word: string, areTitles: boolean): string {
  const letters = word.replace(/[^A-Za-z]/g, '').replaceAll('l', '');
  if (/^[A-Z]{2,}$/.test(letters)) return word.replace(/(?<![a-z0-9.])l|l(?![a-z0-9.])/g, 'I');
  return areTitles && /^l[bcdfghjkmnpqrstvwxz]/.test(word) ? `I${word.slice(1)}` : word;
}

/** Rests of the cell's lines at both ends. */
const withoutStrays = (text: string): string =>
  text
    .replace(/^(?:[|!'`´:;.,\-_~=*\\/\u3000-\u9FFF]+\s*)+(?=[A-Za-z0-9(])/, '')
    .replace(/(?:\s+[|!'`´:;,\-_~=*\\/]+|[|`´_~\u3000-\u9FFF]+)+$/, '')
    .trim();
