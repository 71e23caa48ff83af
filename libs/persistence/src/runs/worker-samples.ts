import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { WorkerSample } from '../entities/worker-sample.entity.js';

export type { WorkerSample } from '../entities/worker-sample.entity.js';

/** What the workers used, by minute. */
@Injectable()
export class WorkerSamples {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of several samples of a worker and minute, e.g. from copies of the gateway, the first stays. */
  async record(samples: WorkerSample[]): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO worker_samples (worker, at, chamber, memory_mb, cpu_percent, loop_lag_ms, active_tasks)
       SELECT worker, at, chamber, "memoryMb", "cpuPercent", "loopLagMs", "activeTasks"
       FROM jsonb_to_recordset($1::jsonb) AS s (worker text, at timestamptz, chamber text, "memoryMb" integer,
         "cpuPercent" real, "loopLagMs" real, "activeTasks" integer)
       ON CONFLICT (worker, at) DO NOTHING`,
      [JSON.stringify(samples)],
    );
  }

  /**
   * By worker, the oldest first; of several minutes together, the highest value of each figure.
   * @param from inclusive @param to exclusive
   */
  async between(from: Date, to: Date, worker?: string, stepMinutes = 1): Promise<WorkerSample[]> {
    return this.dataSource.query<WorkerSample[]>(
      `SELECT worker, date_bin(make_interval(mins => $4), at, 'epoch') AS at, chamber, max(memory_mb) AS "memoryMb",
         max(cpu_percent) AS "cpuPercent", max(loop_lag_ms) AS "loopLagMs", max(active_tasks) AS "activeTasks"
       FROM worker_samples WHERE at >= $1 AND at < $2 AND ($3::text IS NULL OR worker = $3)
       GROUP BY worker, 2, chamber ORDER BY worker, 2`,
      [from, to, worker ?? null, stepMinutes],
    );
  }

  async deleteOlderThan(instant: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM worker_samples WHERE at < $1', [instant]);
  }
}
