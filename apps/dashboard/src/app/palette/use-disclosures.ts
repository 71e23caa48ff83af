import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChartCandlestick, User } from 'lucide-react';
import { answer, api } from '../../api/client.js';
import type { Item, ItemGroup } from './item.js';

const MOST = 5;
/** One letter is in every name. */
const LEAST_CHARACTERS = 2;

/** Members who filed, by a part of the name, and tickers, by a part of theirs or of an asset's. */
export function useDisclosures(query: string): ItemGroup[] {
  const navigate = useNavigate();
  const part = query.trim();
  const enabled = part.length >= LEAST_CHARACTERS;
  const members = useQuery({
    queryKey: ['members', 'of-palette', part],
    queryFn: ({ signal }) => {
      const params = { query: { name: part, filed: 'true' as const, limit: MOST } };
      return answer(api.GET('/api/v1/members', { params, signal }));
    },
    enabled,
  });
  const tickers = useQuery({
    queryKey: ['tickers', 'of-palette', part],
    queryFn: ({ signal }) => {
      const params = { query: { search: part, limit: MOST } };
      return answer(api.GET('/api/v1/tickers', { params, signal }));
    },
    enabled,
  });
  const membersFound = (members.data?.data ?? []).map(({ bioguide, name, terms }): Item => {
    const act = (): void => void navigate({ to: '/members/$bioguide', params: { bioguide } });
    const { party, state } = terms.at(-1) ?? {};
    return { id: bioguide, label: name, hint: [party, state].filter(Boolean).join(', '), icon: User, act };
  });
  const tickersFound = (tickers.data?.data ?? []).map(({ ticker, asset_name: hint }): Item => {
    const act = (): void => void navigate({ to: '/tickers/$ticker', params: { ticker } });
    return { id: `ticker-${ticker}`, label: ticker, hint, icon: ChartCandlestick, act };
  });
  return [
    { value: 'Members', items: membersFound },
    { value: 'Tickers', items: tickersFound },
  ].filter(({ items }) => items.length > 0);
}
