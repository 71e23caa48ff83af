import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkerSamples1795431600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE worker_samples (
        worker text NOT NULL,
        at timestamptz NOT NULL,
        chamber text NOT NULL,
        memory_mb integer,
        cpu_percent real,
        loop_lag_ms real,
        active_tasks integer NOT NULL,
        CONSTRAINT worker_samples_pkey PRIMARY KEY (worker, at)
      );
      CREATE INDEX worker_samples_at_idx ON worker_samples (at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE worker_samples');
  }
}
