/** One line for each row: its JSON as the list of the API has it. */
export async function* ndjsonChunks(batches: AsyncIterable<readonly object[]>): AsyncGenerator<string, void> {
  for await (const rows of batches) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
