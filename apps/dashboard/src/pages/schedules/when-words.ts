import { useQuery } from '@tanstack/react-query';
import { capital, plural } from '../../ui/text.js';

type When = { cron: string | null; every: string | null };

const UNITS: Record<string, string> = { s: 'second', m: 'minute', h: 'hour', d: 'day' };

/** `15m` → `Every 15 minutes`; null for what is not an interval. */
export function intervalWords(every: string): string | null {
  const [, count = '', unit = 's'] = /^(\d{1,9})([smhd])?$/.exec(every.trim()) ?? [];
  if (count === '') return null;
  return Number(count) === 1 ? `Every ${UNITS[unit]}` : `Every ${plural(Number(count), UNITS[unit]!)}`;
}

/** cronstrue leaves out that it is every day. */
const TIME_ALONE = /^At \d{2}:\d{2}$/;

/** `0 2 * * 1-5` → `At 02:00, Monday through Friday`; null for what cronstrue can't read. */
export async function cronWords(cron: string): Promise<string | null> {
  const { default: cronstrue } = await import('cronstrue');
  try {
    const words = capital(cronstrue.toString(cron, { use24HourTimeFormat: true }));
    return TIME_ALONE.test(words) ? `${words}, every day` : words;
  } catch {
    return null;
  }
}

/** When a schedule ticks, in words; null while cronstrue loads, and for what can't be read. */
export function useWhenWords({ cron, every }: When): string | null {
  const { data } = useQuery({
    queryKey: ['cron-words', cron],
    queryFn: () => cronWords(cron ?? ''),
    enabled: cron !== null && cron.trim() !== '',
    staleTime: Infinity,
  });
  return every === null ? (data ?? null) : intervalWords(every);
}
