import { describe, expect, it } from 'vitest';
import { readAssetCell } from './asset-cell.js';

describe('readAssetCell', () => {
  it('reads a name', () => {
    expect(readAssetCell(['Example Fund (Class A)'])).toEqual({
      name: 'Example Fund (Class A)',
      received: null,
      hasUnknownLines: false,
    });
  });

  it('reads both assets of an exchange', () => {
    expect(readAssetCell(['Example (EX) (Exchanged)', 'Sample (Received)'])).toEqual({
      name: 'Example (EX)',
      received: 'Sample',
      hasUnknownLines: false,
    });
  });

  it.each([
    [['Example', 'Sample']],
    [['Example (Received)', 'Sample (Exchanged)']],
    [['Example (Exchanged)', 'Sample (Received)', 'Other']],
  ])('keeps the text of %j and reports unknown lines', (lines) => {
    expect(readAssetCell(lines)).toEqual({ name: lines.join(' '), received: null, hasUnknownLines: true });
  });

  it('has no name where nothing is printed', () => {
    expect(readAssetCell([])).toEqual({ name: '', received: null, hasUnknownLines: false });
  });
});
