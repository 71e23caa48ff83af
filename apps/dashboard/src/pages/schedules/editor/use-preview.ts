import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from '../../../api/client.js';
import type { Draft } from './draft.js';

const TYPING_MS = 250;

interface When {
  cron?: string;
  every?: string;
  timezone?: string;
}

const whenOf = ({ by, cron, every, timezone }: Draft): When =>
  by === 'cron'
    ? { cron: cron.trim(), ...(timezone.trim() !== '' && { timezone: timezone.trim() }) }
    : { every: every.trim() };

/** The next ticks of what is typed, or what the gateway would refuse it for. */
export function usePreview(draft: Draft) {
  const typed = JSON.stringify(whenOf(draft));
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const when = JSON.parse(asked) as When;
  const query = useQuery({
    queryKey: ['schedule-preview', asked],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/schedules/preview', { params: { query: when }, signal })),
    enabled: (when.cron ?? when.every) !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return { ...query, isTyping: asked !== typed };
}
