import { type DynamicModule, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { getDataSourceToken, InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Keys } from './access/keys.js';
import { Sessions } from './access/sessions.js';
import { AuditLog } from './audit/audit-log.js';
import { ArchiveWatch } from './database/archive-watch.js';
import { ArchivedFilings } from './filings/archived-filings.js';
import { type DatabaseOptions, dataSourceOptions, READING } from './data-source.js';
import { CoverageQuery } from './queries/coverage-query.js';
import { TaskFences } from './database/fence.js';
import { Figures } from './queries/figures.js';
import { StoreVersion } from './queries/store-version.js';
import { Filings } from './filings/filings.js';
import { FilingsQuery } from './queries/filings-query.js';
import { LateQuery } from './queries/late-query.js';
import { LayoutVerdicts } from './queries/layout-verdicts.js';
import { Lineages } from './decisions/lineages.js';
import { verifySchema } from './migrate.js';
import { MemberDecisions } from './decisions/member-decisions.js';
import { MemberMatching } from './members/member-matching.js';
import { Members } from './members/members.js';
import { MembersQuery } from './queries/members-query.js';
import { Outbox } from './database/outbox.js';
import { PostgresHealth } from './database/postgres-health.js';
import { RawDocuments } from './filings/raw-documents.js';
import { Reviews } from './decisions/reviews.js';
import { ReviewsQuery } from './queries/reviews-query.js';
import { ScanSheets } from './queries/scan-sheets.js';
import { LastScrapes } from './runs/last-scrapes.js';
import { ScrapedWindows } from './runs/scraped-windows.js';
import { TaskRuns } from './runs/task-runs.js';
import { ThroughputQuery } from './runs/throughput-query.js';
import { TradeHistories } from './queries/trade-history.js';
import { MemberTradesQuery } from './queries/summaries/member-trades.js';
import { TickersQuery } from './queries/summaries/tickers-query.js';
import { WorkerSamples } from './runs/worker-samples.js';
import { TradesQuery } from './queries/trades-query.js';

const REPOSITORIES = [
  RawDocuments,
  Filings,
  ArchivedFilings,
  Lineages,
  TradesQuery,
  FilingsQuery,
  TaskFences,
  TaskRuns,
  ThroughputQuery,
  LastScrapes,
  Outbox,
  PostgresHealth,
  Reviews,
  ReviewsQuery,
  ScanSheets,
  TradeHistories,
  CoverageQuery,
  ScrapedWindows,
  Figures,
  LateQuery,
  MemberTradesQuery,
  TickersQuery,
  StoreVersion,
  LayoutVerdicts,
  Members,
  MemberMatching,
  MemberDecisions,
  MembersQuery,
  Keys,
  Sessions,
  AuditLog,
  WorkerSamples,
  ArchiveWatch,
];

/** A service never changes the schema: it starts only on a schema that setup has brought up to date. */
@Injectable()
export class SchemaCheck implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleInit(): Promise<void> {
    return verifySchema(this.dataSource);
  }
}

/**
 * Far longer than any statement of a service takes, including its waits for locks. Set-up and the maintenance of
 * members have their own connections and no time limit.
 */
const QUERY_TIMEOUT_MS = 5 * 60_000;

export interface PersistenceOptions extends DatabaseOptions {
  /** The same database as a user who only reads, for the queries. They share the other pool if it is not set. */
  readUrl?: string | undefined;
}

@Module({})
export class PersistenceModule {
  /**
   * The repositories over a pool of connections, and perhaps another one for the queries. They close with the
   * application. The start fails at once where Postgres is unavailable (the supervisor starts the service again) or
   * where migrations are missing ("run setup").
   */
  static forRoot({ readUrl, ...options }: PersistenceOptions): DynamicModule {
    const shared = { provide: getDataSourceToken(READING), useExisting: getDataSourceToken() };
    return {
      module: PersistenceModule,
      global: true,
      imports: [pool(options), ...(readUrl ? [pool({ ...options, databaseUrl: readUrl }, READING)] : [])],
      providers: [...REPOSITORIES, SchemaCheck, ...(readUrl ? [] : [shared])],
      exports: REPOSITORIES,
    };
  }
}

const pool = (options: DatabaseOptions, name?: string): DynamicModule =>
  TypeOrmModule.forRoot({
    ...dataSourceOptions({ queryTimeoutMs: QUERY_TIMEOUT_MS, ...options }),
    ...(name !== undefined && { name }),
    toRetry: () => false,
  });
