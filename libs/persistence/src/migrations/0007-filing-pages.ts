import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sheets of paper filings. Before, those of a Senate report were found by the URLs in the page around them. */
export class CreateFilingPages1795417200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE filing_pages (
        filing_id uuid NOT NULL,
        page integer NOT NULL,
        document_sha256 text NOT NULL,
        sheet integer NOT NULL,
        url text NOT NULL,
        media_type text NOT NULL,
        CONSTRAINT filing_pages_pkey PRIMARY KEY (filing_id, page),
        CONSTRAINT filing_pages_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings (id),
        CONSTRAINT filing_pages_document_sha256_fkey FOREIGN KEY (document_sha256) REFERENCES raw_documents (sha256),
        CONSTRAINT filing_pages_numbers_check CHECK (page > 0 AND sheet > 0)
      );
      CREATE INDEX filing_pages_document_sha256_idx ON filing_pages (document_sha256);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE filing_pages');
  }
}
