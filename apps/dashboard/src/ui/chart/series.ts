/** A colour of the visual language, as tokens.css names it. */
export type ColourToken = `--${string}`;

export interface Series {
  name: string;
  colour: ColourToken;
  /** One for each time; null leaves a hole. */
  values: readonly (number | null)[];
  /** Bars instead of a line. Those of several series stand on each other, the first one at the bottom. */
  isBars?: boolean;
}

export const hasValues = (series: readonly Series[]): boolean =>
  series.some(({ values }) => values.some((value) => value !== null));

/** How high the top of each series is drawn: bars stand on the bars before them. */
export function heights(series: readonly Series[]): (number | null)[][] {
  let below: readonly (number | null)[] = [];
  return series.map(({ values, isBars = false }) => {
    if (!isBars) return [...values];
    const tops = values.map((value, index) => (value === null ? null : value + (below[index] ?? 0)));
    below = tops;
    return tops;
  });
}

/** The values that have none beside them: a line can't show these. */
export const lonely = (values: readonly (number | null | undefined)[]): number[] =>
  values.flatMap((value, index) =>
    isThere(value) && ![index - 1, index + 1].some((n) => isThere(values[n])) ? index : [],
  );

const isThere = (value: number | null | undefined): value is number => value !== null && value !== undefined;
