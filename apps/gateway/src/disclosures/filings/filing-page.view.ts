import { ApiProperty } from '@nestjs/swagger';
import type { FilingPageRecord } from '#rotunda/persistence';
import { documentPath } from '../../documents/document-path.js';
import { NEXT_CURSOR } from '../../http/list-params.js';
import { AsOfView } from '../as-of.view.js';
import { LinkedFilingView } from '../lineage/lineage.view.js';
import { Noticed } from '../noticed.js';
import { TransactionView } from '../trades/transaction.view.js';
import { FilingView } from './filing.view.js';

export class FilingPage extends Noticed {
  @ApiProperty({ type: [FilingView] })
  data!: FilingView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
  @ApiProperty({ type: AsOfView, nullable: true, description: 'With `as_of`' })
  as_of!: AsOfView | null;
}

/** A sheet of a paper filing, and the document that shows it. */
export class FilingPageView {
  @ApiProperty({ type: 'integer', description: 'From 1, in the order of the filing' })
  page!: number;
  @ApiProperty({ description: 'SHA-256 of the archived document that shows it' })
  document_sha256!: string;
  @ApiProperty({ type: 'integer', description: 'Page of that document, from 1; 1 for an image' })
  sheet!: number;
  @ApiProperty({ example: 'image/gif' })
  media_type!: string;
  @ApiProperty({ description: 'Its URL on the site' })
  url!: string;
  @ApiProperty({ description: 'Path of the archived document in this API', example: '/api/v1/documents/3f2c…' })
  document!: string;
}

export class FilingWithTransactionsView extends FilingView {
  @ApiProperty({ type: [LinkedFilingView], description: 'Filings that this one replaces, wholly or in part' })
  amends!: LinkedFilingView[];
  @ApiProperty({ type: [LinkedFilingView], description: 'Filings that replace this one, wholly or in part' })
  amended_by!: LinkedFilingView[];
  @ApiProperty({ type: [TransactionView], description: 'Current transactions, in document order' })
  transactions!: TransactionView[];
  @ApiProperty({ type: [FilingPageView], description: 'The sheets of a paper filing; empty for other filings' })
  pages!: FilingPageView[];
  @ApiProperty({ type: AsOfView, nullable: true, description: 'With `as_of`' })
  as_of!: AsOfView | null;
  @ApiProperty({ description: 'What the law says about the use of disclosures' })
  notice!: string;
}

export const presentSheet = ({ page, documentSha256, sheet, mediaType, url }: FilingPageRecord): FilingPageView => ({
  page,
  document_sha256: documentSha256,
  sheet,
  media_type: mediaType,
  url,
  document: documentPath(documentSha256),
});
