import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { TaskName } from '#rotunda/contracts';
import type { Chamber } from '#rotunda/domain';
import { Conditions } from '../database/conditions.js';
import { READING } from '../data-source.js';
import { type DayFigure, type Throughput, throughputOf } from './throughput.js';

export interface ThroughputFilters {
  /** Ended at this instant or later. */
  from: Date;
  /** Ended before this instant. */
  to: Date;
  chamber?: Chamber | undefined;
  name?: TaskName | undefined;
}

const milliseconds = (duration: string): string => `greatest(extract(epoch FROM ${duration}) * 1000, 0)`;

const percentile = (share: number, value: string): string =>
  `round(percentile_cont(${share}) WITHIN GROUP (ORDER BY ${value}) FILTER (WHERE has_started))::float8`;

/** How much was done, how long it waited and took. */
@Injectable()
export class ThroughputQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** From the runs themselves, so percentiles are exact: for periods with tens of thousands of runs. */
  async byInterval({ from, to, ...filters }: ThroughputFilters, intervalSeconds: number): Promise<Throughput[]> {
    const where = conditions(filters);
    const [start, end, step] = [from, to, intervalSeconds].map((value) => where.bind(value));
    const state = (name: string): string => `(count(*) FILTER (WHERE state = '${name}'))::integer AS ${name}`;
    return this.dataSource.query<Throughput[]>(
      `SELECT chamber, name, at, ${['SUCCESS', 'FAILURE', 'REVOKED'].map(state).join(', ')},
         coalesce(sum(retries), 0)::integer AS retries,
         ${percentile(0.5, 'wait')} AS "waitP50Ms", ${percentile(0.95, 'wait')} AS "waitP95Ms",
         ${percentile(0.5, 'duration')} AS "durationP50Ms", ${percentile(0.95, 'duration')} AS "durationP95Ms"
       FROM (
         SELECT chamber, name, state, started_at IS NOT NULL AS has_started, (state_json ->> 'retries')::bigint AS retries,
           date_bin(make_interval(secs => ${step}), finished_at, ${start}) AS at,
           ${milliseconds('started_at - queued_at')} AS wait, ${milliseconds('finished_at - started_at')} AS duration
         FROM task_runs r WHERE ${where.sql} AND finished_at >= ${start} AND finished_at < ${end}) AS runs
       GROUP BY GROUPING SETS ((chamber, name), (chamber, name, at)) ORDER BY chamber, name, at`,
      where.parameters,
    );
  }

  /** By day (UTC), from figures that stay when runs are deleted. Percentiles are right within 5 %. */
  async byDay({ from, to, ...filters }: ThroughputFilters): Promise<Throughput[]> {
    const where = conditions(filters);
    const [first, last] = [from, to].map((instant) => `(${where.bind(instant)}::timestamptz AT TIME ZONE 'UTC')::date`);
    const rows = await this.dataSource.query<DayFigure[]>(
      `SELECT chamber, name, day::timestamp AT TIME ZONE 'UTC' AS day, figure,
         array_agg(bucket) AS buckets, array_agg(count::integer) AS counts
       FROM task_run_days WHERE ${where.sql} AND day BETWEEN ${first} AND ${last}
       GROUP BY chamber, name, task_run_days.day, figure ORDER BY chamber, name, task_run_days.day`,
      where.parameters,
    );
    return throughputOf(rows);
  }
}

const conditions = ({ chamber, name }: Omit<ThroughputFilters, 'from' | 'to'>): Conditions =>
  new Conditions().where(chamber, (value) => `chamber = ${value}`).where(name, (value) => `name = ${value}`);
