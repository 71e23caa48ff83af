import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The version before leaves it null: its events belong to no trace. */
export class AddOutboxTraces1795435200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD COLUMN trace jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox DROP COLUMN trace');
  }
}
