import { printed, printedLines, type Page, type PageNode } from '../page/html-page.js';
import { readSubLines, type SubLine } from './sub-lines.js';
import type { TransactionsTable } from './transactions-table.js';

/** One row as printed. Cells keep their text; the form prints `--` for "none". */
export interface PrintedRow {
  cells: {
    /** Ascends, descends or is shuffled, and may repeat: neither an order nor an id. */
    number: string;
    tradedOn: string;
    owner: string;
    assetType: string;
    type: string;
    amount: string;
    comment: string;
  };
  /** Two lines in an exchange: given, received. */
  tickerLines: string[];
  /** Two lines in an exchange, like the tickers. */
  assetLines: string[];
  subLines: SubLine[];
  /** Position in the table, from 1. */
  domRow: number;
}

export function readRows({ rows }: TransactionsTable): PrintedRow[] {
  return rows.map((cells, index) => readRow(cells, index + 1));
}

function readRow(cells: ReturnType<Page>, domRow: number): PrintedRow {
  const nodes = cells.toArray().map((_, index) => cells.eq(index).contents().toArray());
  const [number, tradedOn, owner, ticker, asset, assetType, type, amount, comment] = nodes.map(linesOf);
  const blocks = nodes[4]!.filter(isBlock);
  return {
    cells: {
      number: number!.join('\n'),
      tradedOn: tradedOn!.join('\n'),
      owner: owner!.join('\n'),
      assetType: assetType!.join('\n'),
      type: type!.join('\n'),
      amount: amount!.join('\n'),
      comment: comment!.join('\n'),
    },
    tickerLines: ticker!,
    assetLines: blocks.length === 0 ? asset! : linesOf(nodes[4]!.filter((node) => !isBlock(node))),
    subLines: blocks.flatMap((block) => readSubLines(printedLines([block]))),
    domRow,
  };
}

const linesOf = (nodes: readonly PageNode[]): string[] => printedLines(nodes).map(({ text }) => printed(text));

/** The details are in blocks (`div.text-muted`) below the asset's name. */
const isBlock = (node: PageNode): boolean => 'attribs' in node && node.name === 'div';
