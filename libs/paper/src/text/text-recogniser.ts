import type { GreyImage } from '../image/grey-image.js';

/** What a narrow strip of a line may show, the likeliest first. An empty text: no character begins here. */
export type Strip = readonly { text: string; probability: number }[];

/** One character of a line. */
export interface ReadCharacter {
  text: string;
  /** From 0 to 1, as the model gives it; not calibrated. */
  probability: number;
  /** Pixels of the line's picture. */
  left: number;
  right: number;
  /** What else it may be: the strip that shows it best. */
  options?: Strip;
}

export interface ReadLine {
  text: string;
  characters: ReadCharacter[];
  /** All strips from the left, for whoever knows what the line can say. The same character in neighbouring strips is one. */
  strips?: readonly Strip[];
}

/** Reads the text of a picture that holds one line. Its models are loaded by whoever makes it: this library has no files. */
export interface TextRecogniser {
  /** @param lines pictures of one text line each, black on white, of any height */
  read(lines: readonly GreyImage[]): Promise<ReadLine[]>;
}
