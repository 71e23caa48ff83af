import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { selectList } from '../database/select-list.js';
import { WorkerSample } from '../entities/worker-sample.entity.js';

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

  /** By worker, the oldest first. @param from inclusive @param to exclusive */
  async between(from: Date, to: Date, worker?: string): Promise<WorkerSample[]> {
    return this.dataSource.query<WorkerSample[]>(
      `SELECT ${selectList(this.dataSource, WorkerSample, 's')} FROM worker_samples s
       WHERE at >= $1 AND at < $2 AND ($3::text IS NULL OR worker = $3) ORDER BY worker, at`,
      [from, to, worker ?? null],
    );
  }

  async deleteOlderThan(instant: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM worker_samples WHERE at < $1', [instant]);
  }
}
