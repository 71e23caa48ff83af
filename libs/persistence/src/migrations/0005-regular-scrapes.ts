import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which scrapes the next regular one reaches back to: a window that somebody asked for by hand may leave a gap before it. */
export class MarkRegularScrapes1795406400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scraped_windows ADD COLUMN regular boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scraped_windows DROP COLUMN regular');
  }
}
