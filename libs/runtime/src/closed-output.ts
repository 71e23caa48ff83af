/** As a shell tells the end by SIGPIPE. */
const ENDED_BY_READER = 128 + 13;

type Output = Pick<NodeJS.WriteStream, 'on'>;

/**
 * `rotunda … | head -1`: whoever reads no more wants no more. Other programs end by SIGPIPE, which Node ignores: it
 * throws at the next write instead. For programs with nothing to put in order first.
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
