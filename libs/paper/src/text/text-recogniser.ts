import type { GreyImage } from '../image/grey-image.js';

/** One character of a line. */
export interface ReadCharacter {
  text: string;
  /** From 0 to 1, as the model gives it; not calibrated. */
  probability: number;
  /** Pixels of the line's picture. */
  left: number;
  right: number;
}

export interface ReadLine {
  text: string;
  characters: ReadCharacter[];
}

/** Reads the text of a picture that holds one line. Its models are loaded by whoever makes it: this library has no files. */
export interface TextRecogniser {
  /** @param lines pictures of one text line each, black on white, of any height */
  read(lines: readonly GreyImage[]): Promise<ReadLine[]>;
}
