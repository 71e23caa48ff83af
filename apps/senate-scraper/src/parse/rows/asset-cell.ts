/** The lines of a row's asset cell above its details. */
export interface AssetCell {
  name: string;
  /** The asset received in an exchange; null where nothing was exchanged, or where the page names one asset only. */
  received: string | null;
  /** The lines are neither a single name nor an exchanged pair. */
  hasUnknownLines: boolean;
}

const EXCHANGED = /^(.*\S) \(Exchanged\)$/i;
const RECEIVED = /^(.*\S) \(Received\)$/i;

/** Reads `Fitso (Exchanged)` above `Zomato (Received)`, or one line that is the name. */
export function readAssetCell(lines: readonly string[]): AssetCell {
  const [exchanged, received] = [EXCHANGED.exec(lines[0] ?? ''), RECEIVED.exec(lines[1] ?? '')];
  if (exchanged && received && lines.length === 2) {
    return { name: exchanged[1]!, received: received[1]!, hasUnknownLines: false };
  }
  return { name: lines.join(' '), received: null, hasUnknownLines: lines.length > 1 };
}
