import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CHAMBERS, TASK_ERROR_CODES, TASK_NAMES, type TaskState } from '#rotunda/contracts';
import { READING } from '../data-source.js';

/** What the task history tells about the sites' layouts. */
@Injectable()
export class LayoutVerdicts {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** For each chamber and kind of task, the last one that asked the site and succeeded or found the layout changed. */
  async latest(): Promise<TaskState[]> {
    const rows = await this.dataSource.query<{ state: TaskState }[]>(
      `SELECT last.state_json AS state
       FROM unnest($1::text[]) AS c (chamber) CROSS JOIN unnest($2::text[]) AS n (name)
       CROSS JOIN LATERAL (
         SELECT state_json FROM task_runs
         WHERE chamber = c.chamber AND name = n.name AND finished_at IS NOT NULL
           AND NOT (name = 'check' AND coalesce(state_json->'result'->>'status', '') = 'partial')
           AND (state = 'SUCCESS' OR (state = 'FAILURE' AND error->>'code' = $3))
         ORDER BY finished_at DESC LIMIT 1) AS last`,
      [CHAMBERS, TASK_NAMES, TASK_ERROR_CODES.layoutChanged],
    );
    return rows.map(({ state }) => state);
  }
}
