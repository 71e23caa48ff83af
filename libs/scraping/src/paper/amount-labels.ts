import type { AmountLetter, FormVersion, SheetKind } from '#rotunda/paper';

/**
 * What each column of a form means, in the words of the electronic form. The law has the same bands for all forms
 * (5 U.S.C. § 13104(d)), whatever is printed.
 */
export const AMOUNT_BANDS: Record<AmountLetter, string> = {
  A: '$1,001 - $15,000',
  B: '$15,001 - $50,000',
  C: '$50,001 - $100,000',
  D: '$100,001 - $250,000',
  E: '$250,001 - $500,000',
  F: '$500,001 - $1,000,000',
  G: '$1,000,001 - $5,000,000',
  H: '$5,000,001 - $25,000,000',
  I: '$25,000,001 - $50,000,000',
  J: 'Over $50,000,000',
  K: 'Spouse/DC Over $1,000,000',
};

type Labels = Partial<Record<AmountLetter, string>>;

const H_MISPRINTED: Labels = { H: '$5,000,001-$25,000,00' };
const B_MISPRINTED: Labels = { B: '$1,5,001-$50,000' };

/** Labels that a form prints otherwise, misprints included; seen on the 54 scans read by eye. */
const PRINTED: Partial<Record<FormVersion, Labels>> = {
  A12: { A: '$1,000-$15,000' },
  B15: H_MISPRINTED,
  B15n: H_MISPRINTED,
  C18: H_MISPRINTED,
  C20: H_MISPRINTED,
  D20: B_MISPRINTED,
  D24: B_MISPRINTED,
};

/** D24b corrects its first sheet alone. */
const PRINTED_FURTHER: Partial<Record<FormVersion, Labels>> = { D24b: B_MISPRINTED };

/** The text at the head of an amount column. */
export function amountLabel(letter: AmountLetter, form: FormVersion | null, kind: SheetKind): string {
  const further = form !== null && kind === 'further' ? PRINTED_FURTHER[form]?.[letter] : undefined;
  const printed = form === null ? undefined : PRINTED[form]?.[letter];
  return further ?? printed ?? AMOUNT_BANDS[letter];
}
