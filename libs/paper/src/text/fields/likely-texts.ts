import type { ReadLine, Strip } from '../text-recogniser.js';

/** A text that a line may say, and how much of the model's probability speaks for it. */
export interface LikelyText {
  text: string;
  probability: number;
}

/** What an option of a strip may stand for, with the share of its probability; an empty text: for nothing. */
export type Meaning = (option: string) => readonly (readonly [text: string, share: number])[];

const TEXTS_KEPT = 48;

interface Ending {
  /** The last strip showed no character, so the next may be the same one again. */
  open: number;
  /** The last strip showed the text's last character. */
  closed: number;
}

/** The likeliest texts of a line if only some characters can occur in it, the likeliest first. */
export function likelyTexts(line: ReadLine, meaning: Meaning): LikelyText[] {
  let texts = new Map<string, Ending>([['', { open: 1, closed: 0 }]]);
  for (const strip of stripsOf(line)) texts = step(texts, optionsOf(strip, meaning));
  return [...texts]
    .map(([text, { open, closed }]) => ({ text, probability: open + closed }))
    .sort((a, b) => b.probability - a.probability);
}

function step(texts: Map<string, Ending>, options: Map<string, number>): Map<string, Ending> {
  const next = new Map<string, Ending>();
  const add = (text: string, open: number, closed: number): void => {
    const ending = next.get(text);
    if (ending === undefined) next.set(text, { open, closed });
    else {
      ending.open += open;
      ending.closed += closed;
    }
  };
  for (const [text, { open, closed }] of texts) {
    for (const [option, share] of options) {
      if (option === '') add(text, (open + closed) * share, 0);
      else if (text.endsWith(option)) {
        add(text, 0, closed * share);
        add(text + option, 0, open * share);
      } else add(text + option, 0, (open + closed) * share);
    }
  }
  if (next.size <= TEXTS_KEPT) return next;
  const ranked = [...next].sort(([, a], [, b]) => b.open + b.closed - a.open - a.closed);
  return new Map(ranked.slice(0, TEXTS_KEPT));
}

function optionsOf(strip: Strip, meaning: Meaning): Map<string, number> {
  const options = new Map<string, number>();
  for (const { text, probability } of strip) {
    const meanings = text === '' ? [['', 1] as const] : meaning(text);
    for (const [means, share] of meanings) options.set(means, (options.get(means) ?? 0) + probability * share);
  }
  // No strip rules a text out altogether.
  options.set('', Math.max(options.get('') ?? 0, 1e-4));
  return options;
}

/** A line without strips is as sure as its characters. */
function stripsOf({ strips, characters }: ReadLine): readonly Strip[] {
  if (strips !== undefined) return strips;
  return characters.flatMap(({ text, probability }) => [
    [
      { text, probability },
      { text: '', probability: 1 - probability },
    ],
    [{ text: '', probability: 1 }],
  ]);
}
