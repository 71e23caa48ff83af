import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Pause, Play, SunMoon } from 'lucide-react';
import { answer, api } from '../../api/client.js';
import { useMay, useSession } from '../../api/session.js';
import { attempt } from '../../ui/overlays/toasts.js';
import { capital } from '../../ui/text.js';
import { chooseTheme, THEMES } from '../../ui/theme.js';
import { signOut } from '../signing-out.js';
import type { Item } from './item.js';

/** What can be done from any page, for those who may. */
export function useActions(openKeys: () => void): Item[] {
  const steering = useSteering();
  const client = useQueryClient();
  const { keys_required } = useSession();
  return [
    ...steering,
    ...THEMES.map((theme): Item => {
      const words = 'appearance colours dark light mode';
      return { id: `theme-${theme}`, label: `Theme: ${theme}`, words, icon: SunMoon, act: () => chooseTheme(theme) };
    }),
    { id: 'keys', label: 'Show all keys', words: 'keyboard shortcuts help', icon: Keyboard, keys: '?', act: openKeys },
    ...(keys_required
      ? [{ id: 'sign-out', label: 'Sign out', words: 'log out', icon: LogOut, act: () => void signOut(client) }]
      : []),
  ];
}

/** Scrapes, and the pause of each chamber. */
function useSteering(): Item[] {
  const mayAct = useMay('act');
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['sites', 'of-palette'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/sites', { signal })),
    enabled: mayAct,
  });
  if (!mayAct) return [];

  const scrape = async (chamber: 'senate' | 'house' | 'all'): Promise<string> => {
    const { task_id, message } = await answer(
      api.POST('/api/v1/tasks/scrape/{chamber}', { params: { path: { chamber } } }),
    );
    void navigate({ to: '/tasks/$id', params: { id: task_id } });
    return message;
  };
  const scrapes = (['senate', 'house', 'all'] as const).map((chamber): Item => {
    const label = chamber === 'all' ? 'Scrape both chambers' : `Scrape the ${capital(chamber)}`;
    const act = (): void => void attempt(scrape(chamber), (message) => message);
    return { id: `scrape-${chamber}`, label, hint: 'the last day', words: 'run start', icon: Play, act };
  });
  const pauses = (data?.sites ?? []).map(({ chamber, paused }): Item => {
    const to = { params: { path: { chamber } } };
    const name = `the ${capital(chamber)}`;
    const pause = (): void =>
      void attempt(answer(api.POST('/api/v1/sites/{chamber}/pause', to)), () => `${capital(name)} is paused.`);
    const resume = (): void =>
      void attempt(answer(api.POST('/api/v1/sites/{chamber}/resume', to)), () => `${capital(name)} goes on.`);
    return paused
      ? { id: `resume-${chamber}`, label: `Resume ${name}`, words: 'go on site', icon: Play, act: resume }
      : { id: `pause-${chamber}`, label: `Pause ${name}`, words: 'stop site', icon: Pause, act: pause };
  });
  return [...scrapes, ...pauses];
}
