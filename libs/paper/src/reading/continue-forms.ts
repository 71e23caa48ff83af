import type { SheetLayout } from '../layout/sheet-layout.js';

/**
 * Further sheets of a printing are the same over years (D20, D24 and D24b differ in their first sheet alone), so they
 * are taken for that of the first sheet where its family is the same: its letter.
 */
export function continueForms(sheets: readonly SheetLayout[]): SheetLayout[] {
  const first = sheets.find(({ kind, form }) => kind === 'first' && form !== null)?.form;
  if (!first) return [...sheets];
  return sheets.map((sheet): SheetLayout => {
    const { kind, form } = sheet;
    if (kind !== 'further' || form === null || form.value[0] !== first.value[0]) return sheet;
    return { ...sheet, form: { ...form, value: first.value, confidence: Math.min(form.confidence, first.confidence) } };
  });
}
