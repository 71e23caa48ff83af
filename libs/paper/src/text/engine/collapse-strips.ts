import type { ReadCharacter, ReadLine, Strip } from '../text-recogniser.js';

/** Joins the likeliest options of strips to a text: the same one in neighbouring strips is one character. */
export function collapseStrips(strips: readonly Strip[], stripWidth: number): ReadLine {
  const characters: ReadCharacter[] = [];
  let last = '';
  for (const [index, strip] of strips.entries()) {
    const { text, probability } = strip[0] ?? { text: '', probability: 1 };
    const [left, right] = [index * stripWidth, (index + 1) * stripWidth];
    if (text !== '' && text === last) {
      const character = characters.at(-1)!;
      character.right = right;
      if (probability > character.probability) Object.assign(character, { probability, options: strip });
    } else if (text !== '') {
      characters.push({ text, probability, left, right, options: strip });
    }
    last = text;
  }
  return { text: characters.map(({ text }) => text).join(''), characters, strips };
}
