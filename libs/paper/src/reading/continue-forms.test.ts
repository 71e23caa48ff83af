import { expect, it } from 'vitest';
import type { FormVersion, SheetKind } from '../forms/form-versions.js';
import type { SheetLayout } from '../layout/sheet-layout.js';
import { continueForms } from './continue-forms.js';

const BOX = { left: 0, top: 0, right: 1, bottom: 1 };
const sheet = (kind: SheetKind, form: FormVersion | null): SheetLayout =>
  ({ kind, form: form && { value: form, confidence: 0.9, box: BOX } }) as SheetLayout;
const formsOf = (...sheets: SheetLayout[]) => continueForms(sheets).map(({ form }) => form?.value ?? null);

it('takes further sheets for the printing of the first one, if it is of the same family', () => {
  expect(formsOf(sheet('first', 'D24b'), sheet('further', 'D20'))).toEqual(['D24b', 'D24b']);
  // A filer's later sheets may be of an older printing.
  expect(formsOf(sheet('first', 'C18'), sheet('further', 'B15'))).toEqual(['C18', 'B15']);
  expect(formsOf(sheet('first', 'B15'), sheet('list', 'K17'), sheet('other', null))).toEqual(['B15', 'K17', null]);
  expect(formsOf(sheet('further', 'D20'))).toEqual(['D20']);
});
