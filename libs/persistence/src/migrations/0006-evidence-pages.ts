import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The page that a site showed when a task failed is archived too. It is not a document, and is deleted with its task. */
export class MarkEvidencePages1795413600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE raw_documents ADD COLUMN is_evidence boolean NOT NULL DEFAULT false');
    await runner.query('CREATE INDEX raw_documents_evidence_idx ON raw_documents (fetched_at) WHERE is_evidence');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM raw_documents WHERE is_evidence');
    await runner.query('ALTER TABLE raw_documents DROP COLUMN is_evidence');
  }
}
