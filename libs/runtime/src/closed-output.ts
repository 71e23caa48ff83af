/** The exit code of a shell for SIGPIPE. */
const ENDED_BY_READER = 128 + 13;

type Output = Pick<NodeJS.WriteStream, 'on'>;

/**
 * Exits when the reader is gone, as in `rotunda … | head -1`. Other programs end by SIGPIPE, but Node ignores it and throws
 * at the next write. For programs that have nothing to clean up.
 */
export function endWithReader(
  outputs: readonly Output[] = [process.stdout, process.stderr],
  exit: (code: number) => void = (code) => process.exit(code),
): void {
  for (const output of outputs) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      exit(ENDED_BY_READER);
    });
  }
}
