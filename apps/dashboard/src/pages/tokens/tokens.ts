export interface Token {
  name: string;
  value: string;
}

const KINDS: [kind: string, belongs: (token: Token) => boolean][] = [
  ['shadow', ({ name }) => name.startsWith('--shadow')],
  ['colour', ({ value }) => /^(light-dark\(|#)/.test(value)],
  ['space', ({ name }) => name.startsWith('--space')],
  ['radius', ({ name }) => name.startsWith('--radius')],
  ['type', ({ name }) => name.startsWith('--text')],
];

/** The tokens of the style sheets that are loaded: so this page can't be out of date. */
export function tokensOfPage(): Record<string, Token[]> {
  const byKind: Record<string, Token[]> = {};
  for (const token of declared()) {
    const kind = KINDS.find(([, belongs]) => belongs(token))?.[0] ?? 'other';
    (byKind[kind] ??= []).push(token);
  }
  return byKind;
}

function declared(): Token[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules
    .filter((rule) => rule instanceof CSSStyleRule && rule.selectorText === ':root')
    .flatMap((rule) => tokensOf((rule as CSSStyleRule).style));
}

const tokensOf = (style: CSSStyleDeclaration): Token[] =>
  [...style]
    .filter((name) => name.startsWith('--'))
    .map((name) => ({ name, value: style.getPropertyValue(name).trim() }));
