/**
 * Writes batches as one JSON array, and holds one batch in memory. The first batch is read before anything is written, so
 * that an error of the database is still an answer of its own.
 */
export async function* jsonArray<T>(batches: AsyncIterable<T[]>, present: (item: T) => object): AsyncGenerator<string> {
  let separator = '[';
  for await (const batch of batches) {
    yield separator + batch.map((item) => JSON.stringify(present(item))).join(',');
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}
