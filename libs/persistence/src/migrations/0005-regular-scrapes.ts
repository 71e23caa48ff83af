import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks the scrapes that the next regular one continues from: a manual scrape may leave a gap before its window. */
export class MarkRegularScrapes1795406400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scraped_windows ADD COLUMN regular boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scraped_windows DROP COLUMN regular');
  }
}
