import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { AuditAction, AuditEntry, AuditResult, AuditSource } from '#rotunda/contracts';
import { storable } from '#rotunda/domain';
import { Conditions } from '../database/conditions.js';
import { decodeCursor, isInstantKey, isUuid, type Page, toPage } from '../database/cursor.js';
import { selectList } from '../database/select-list.js';
import { AuditRow } from '../entities/audit.entity.js';

export interface AuditFilters {
  /** The id, the name or the kind of the actor. */
  actor?: string | undefined;
  action?: AuditAction | undefined;
  target?: string | undefined;
  source?: AuditSource | undefined;
  result?: AuditResult | undefined;
  /** A part of the actor's id or name, the target, the parameters, the problem or the address, in either case. */
  text?: string | undefined;
  /** At this instant or later. */
  from?: Date | undefined;
  /** Before this instant. */
  to?: Date | undefined;
  limit: number;
  cursor?: string | undefined;
}

const COLUMNS = `id, at, actor_kind, actor_id, actor_name, role, action, target, params, result, status, problem, source,
  address, request_id, trace_id, count`;

const TEXT = `lower(concat_ws(' ', a.actor_id, a.actor_name, a.action, a.target, a.params, a.problem, a.address))`;

/** With microseconds: a Date would round them, and rows of the same millisecond would come twice. */
const AT_KEY = `to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The audit trail: who did what. */
@Injectable()
export class AuditLog {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Entries that are written already are left as they are. */
  async record(entries: AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.dataSource.query(
      `INSERT INTO audit_log (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::audit_log, $1::jsonb)
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(storable(entries))],
    );
  }

  /**
   * The newest first.
   * @throws InvalidCursorError for a cursor that is not from this list
   */
  async page(filters: AuditFilters): Promise<Page<AuditRow>> {
    const where = new Conditions()
      .where(filters.actor, (actor) => `${actor} IN (a.actor_id, a.actor_name, a.actor_kind)`)
      .where(filters.action, (action) => `a.action = ${action}`)
      .where(filters.target, (target) => `a.target = ${target}`)
      .where(filters.source, (source) => `a.source = ${source}`)
      .where(filters.result, (result) => `a.result = ${result}`)
      .where(filters.text, (text) => `strpos(${TEXT}, lower(${text})) > 0`)
      .where(filters.from, (from) => `a.at >= ${from}`)
      .where(filters.to, (to) => `a.at < ${to}`);
    if (filters.cursor) {
      const [at, id] = decodeCursor(filters.cursor, [isInstantKey, isUuid]).map((part) => where.bind(part));
      where.and(`(a.at, a.id) < (${at}::timestamptz, ${id}::uuid)`);
    }
    const rows = await this.dataSource.query<(AuditRow & { atKey: string })[]>(
      `SELECT ${selectList(this.dataSource, AuditRow, 'a')}, ${AT_KEY} AS "atKey"
       FROM audit_log a WHERE ${where.sql} ORDER BY a.at DESC, a.id DESC LIMIT ${where.bind(filters.limit + 1)}`,
      where.parameters,
    );
    const page = toPage(rows, filters.limit, ({ atKey, id }) => [atKey, id]);
    return { ...page, items: page.items.map(({ atKey: _, ...row }) => row) };
  }

  /**
   * Deletes entries before `instant`. Postgres refuses this for entries of the last 30 days.
   * @returns the number of deleted entries
   */
  async deleteOlderThan(instant: Date): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>('DELETE FROM audit_log WHERE at < $1', [
      instant,
    ]);
    return count;
  }
}
