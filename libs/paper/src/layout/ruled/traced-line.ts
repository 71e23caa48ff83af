/**
 * A line as it was scanned. It need not be straight: a feeder's rollers slip, so that a line wanders by some pixels on its
 * way over the sheet.
 */
export interface TracedLine {
  /** Where it begins and ends, along its direction. */
  from: number;
  to: number;
  /** Pixels of its way that have ink. */
  inked: number;
  /** Share of its way that has ink, without its gaps. */
  density: number;
  /** Of the edge of a blacked-out area: 1. */
  thickness: number;
  /** Its place across its direction. */
  at: (along: number) => number;
}

/** The lines of a picture. */
export interface SheetLines {
  level: TracedLine[];
  plumb: TracedLine[];
  width: number;
  height: number;
}
