/**
 * The forms known so far. House: A12 to D24b, and K17, one filer's spreadsheet with the columns of B15. Senate: S1 (the
 * form's first page), S2 (its continuation). The first letters are those of the House's printings, the numbers the year
 * of the printed example; `B15n` lacks the tick boxes.
 */
export const FORM_VERSIONS = [
  ...['A12', 'B15', 'B15n', 'C18', 'C20', 'D20', 'D24', 'D24b', 'K17'],
  ...['S1', 'S2'],
] as const;
export type FormVersion = (typeof FORM_VERSIONS)[number];

/** `first` has the header, `further` only the table; `list` is the filer's own table; `other` has no known table. */
export const SHEET_KINDS = ['first', 'further', 'list', 'other'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** Amount columns of the House's form. K: a spouse's or dependent child's asset of over $1,000,000. The Senate's form has the same bands. */
export const AMOUNT_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'] as const;
export type AmountLetter = (typeof AMOUNT_LETTERS)[number];
