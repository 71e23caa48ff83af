const SECOND_MS = 1_000;

/** Does the work, and prints `✓` or `✗` with the sentence and the time it took. */
export async function step<T>(sentence: string, work: () => Promise<T>): Promise<T> {
  const startedMs = performance.now();
  const seconds = (): string => ((performance.now() - startedMs) / SECOND_MS).toFixed(1);
  try {
    const outcome = await work();
    process.stdout.write(`✓ ${sentence} (${seconds()} s)\n`);
    return outcome;
  } catch (error) {
    process.stdout.write(`✗ ${sentence} (${seconds()} s)\n`);
    throw error;
  }
}
