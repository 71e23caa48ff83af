const SHORT: Readonly<Record<string, string>> = {
  d: 'Democrat',
  r: 'Republican',
  i: 'Independent',
  l: 'Libertarian',
};

/** The party that a short form stands for; any other text as it is. */
export const partyName = (text: string): string => SHORT[text.toLowerCase()] ?? text;
