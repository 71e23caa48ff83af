import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recogniseSentence } from '#rotunda/domain';

/** The sentences stay for the version before, which compares them. It leaves the codes null or outdated. */
export class AddReviewCodes1795420800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE filings ADD COLUMN review_reason_codes jsonb');
    await runner.query('ALTER TABLE reviews ADD COLUMN reason_codes jsonb');
    await translate(runner, 'filings', 'review_reasons', 'review_reason_codes');
    await translate(runner, 'reviews', 'reasons', 'reason_codes');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reviews DROP COLUMN reason_codes');
    await runner.query('ALTER TABLE filings DROP COLUMN review_reason_codes');
  }
}

async function translate(runner: QueryRunner, table: string, sentences: string, codes: string): Promise<void> {
  const known = await runner.manager.query<{ texts: string[] }[]>(
    `SELECT DISTINCT ${sentences} AS texts FROM ${table} WHERE ${sentences} <> '{}'`,
  );
  const translated = known.map(({ texts }) => ({ texts, codes: texts.map(recogniseSentence) }));
  await runner.query(
    `UPDATE ${table} t SET ${codes} = known.codes
     FROM jsonb_to_recordset($1::jsonb) AS known (texts text[], codes jsonb) WHERE t.${sentences} = known.texts`,
    [JSON.stringify(translated)],
  );
}
