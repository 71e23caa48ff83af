/**
 * Turns JSON lines of a service's log into lines for people; leaves others as they are. Loads its library only now: a
 * service in a container has no use for it.
 *
 * @param colors if not set: where the terminal has them
 */
export async function readableLines(colors?: boolean): Promise<(line: string) => string> {
  const { isColorSupported, prettyFactory } = await import('pino-pretty');
  return prettyFactory({
    colorize: colors ?? isColorSupported,
    translateTime: 'SYS:yyyy-mm-dd HH:MM:ss.l',
    messageFormat: '{service} {if context}[{context}] {end}{msg}',
    ignore: 'service,context,pid,hostname',
    singleLine: true,
  });
}
