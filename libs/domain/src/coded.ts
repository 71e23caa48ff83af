/**
 * Something that is stored and compared as a code with parameters, and put into words only where it is shown.
 *
 * @template P code → its parameters: small JSON values
 */
export type Coded<P> = { [C in keyof P]: { code: C; params: P[C] } }[keyof P];

/** One sentence for each code. */
export type Sentences<P> = { readonly [C in keyof P]: (params: P[C]) => string };

/** A code that says it all. */
export type NoParams = Record<string, never>;

export const sentenceOf = <P, C extends keyof P>(
  sentences: Sentences<P>,
  { code, params }: { [K in C]: { code: K; params: P[K] } }[C],
): string => sentences[code](params);
