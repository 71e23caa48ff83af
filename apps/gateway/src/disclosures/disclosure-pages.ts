import { ApiProperty } from '@nestjs/swagger';
import { FilingView } from './filing.view.js';
import { LinkedFilingView } from './lineage.view.js';
import { TransactionView } from './transaction.view.js';
import { USE_NOTICE } from '../http/use-notice.js';

/** What each answer with disclosures in it has beside them. */
export class Noticed {
  @ApiProperty({ description: 'What the law says of their use', example: USE_NOTICE })
  notice!: string;
}

export class TradeView extends TransactionView {
  @ApiProperty()
  filing!: FilingView;
}

export class TradePage extends Noticed {
  @ApiProperty({ type: [TradeView] })
  data!: TradeView[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Ask with it as `cursor` for the next page; null on the last',
  })
  next_cursor!: string | null;
}

export class FilingPage extends Noticed {
  @ApiProperty({ type: [FilingView] })
  data!: FilingView[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Ask with it as `cursor` for the next page; null on the last',
  })
  next_cursor!: string | null;
}

/** A sheet of a filing on paper, and where it is to be seen. */
export class FilingPageView {
  @ApiProperty({ type: 'integer', description: 'From 1, in the order of the filing' })
  page!: number;
  @ApiProperty({ description: 'SHA-256 of the archived document that shows it' })
  document_sha256!: string;
  @ApiProperty({ type: 'integer', description: 'From 1, in that document: its page in a PDF, 1 for a picture' })
  sheet!: number;
  @ApiProperty({ example: 'image/gif' })
  media_type!: string;
  @ApiProperty({ description: 'Where the site has it' })
  url!: string;
  @ApiProperty({ description: 'Where it can be had', example: '/api/v1/documents/3f2c…' })
  document!: string;
}

export class FilingWithTransactionsView extends FilingView {
  @ApiProperty({ type: [LinkedFilingView], description: 'Filings whose place this one takes, wholly or in part' })
  amends!: LinkedFilingView[];
  @ApiProperty({ type: [LinkedFilingView], description: 'Filings that take the place of this one, wholly or in part' })
  amended_by!: LinkedFilingView[];
  @ApiProperty({ type: [TransactionView], description: 'As they are now, in document order' })
  transactions!: TransactionView[];
  @ApiProperty({ type: [FilingPageView], description: 'The sheets of a filing on paper; none of any other' })
  pages!: FilingPageView[];
  @ApiProperty({ description: 'What the law says of their use' })
  notice!: string;
}
