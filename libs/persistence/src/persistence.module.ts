import { type DynamicModule, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ArchivedFilings } from './archived-filings.js';
import { type DatabaseOptions, dataSourceOptions } from './data-source.js';
import { CoverageQuery } from './coverage-query.js';
import { TaskFences } from './fence.js';
import { Figures } from './figures.js';
import { Filings } from './filings.js';
import { FilingsQuery } from './filings-query.js';
import { LayoutVerdicts } from './layout-verdicts.js';
import { Lineages } from './lineages.js';
import { verifySchema } from './migrate.js';
import { MemberDecisions } from './member-decisions.js';
import { MemberMatching } from './member-matching.js';
import { Members } from './members.js';
import { MembersQuery } from './members-query.js';
import { Outbox } from './outbox.js';
import { PostgresHealth } from './postgres-health.js';
import { RawDocuments } from './raw-documents.js';
import { Reviews } from './reviews.js';
import { ReviewsQuery } from './reviews-query.js';
import { ScrapedWindows } from './scraped-windows.js';
import { TaskRuns } from './task-runs.js';
import { TradeHistories } from './trade-history.js';
import { TradesQuery } from './trades-query.js';

const REPOSITORIES = [
  RawDocuments,
  Filings,
  ArchivedFilings,
  Lineages,
  TradesQuery,
  FilingsQuery,
  TaskFences,
  TaskRuns,
  Outbox,
  PostgresHealth,
  Reviews,
  ReviewsQuery,
  TradeHistories,
  CoverageQuery,
  ScrapedWindows,
  Figures,
  LayoutVerdicts,
  Members,
  MemberMatching,
  MemberDecisions,
  MembersQuery,
];

/** A service never changes the schema: it starts on one that setup has brought up to date, or not at all. */
@Injectable()
export class SchemaCheck implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleInit(): Promise<void> {
    return verifySchema(this.dataSource);
  }
}

/**
 * Far longer than any statement of a service takes, its waits for locks included. Set-up and the work on members, which
 * have connections of their own, may take as long as they like.
 */
const QUERY_TIMEOUT_MS = 5 * 60_000;

@Module({})
export class PersistenceModule {
  /**
   * The repositories over one pool of connections, which closes with the application. The start fails at once where
   * Postgres is away (the supervisor starts the service again) or where migrations are missing ("run setup").
   */
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ queryTimeoutMs: QUERY_TIMEOUT_MS, ...options }),
          toRetry: () => false,
        }),
      ],
      providers: [...REPOSITORIES, SchemaCheck],
      exports: REPOSITORIES,
    };
  }
}
