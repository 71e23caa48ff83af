/** Yields what `read` gives until it gives null, and reads the next batch while the consumer works on the one before. */
export async function* readAhead<T>(read: () => Promise<T | null>): AsyncGenerator<T, void> {
  const begin = (): Promise<T | null> => {
    const next = read();
    // It may fail while the consumer works; the error is thrown when the consumer comes back.
    next.catch(() => undefined);
    return next;
  };
  let next = begin();
  try {
    for (let batch = await next; batch !== null; batch = await next) {
      next = begin();
      yield batch;
    }
  } finally {
    // Whoever stops early may close the connection then.
    await next.catch(() => undefined);
  }
}
