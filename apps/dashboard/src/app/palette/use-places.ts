import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../api/session.js';
import { PLACES } from '../layout/navigation.js';
import { goKeysOf } from './go-keys.js';
import type { Item } from './item.js';

/** The pages that the user may open. */
export function usePlaces(): Item[] {
  const navigate = useNavigate();
  const may = { look: useMay('look'), act: useMay('act'), admin: useMay('admin') };
  return PLACES.filter(({ needs }) => may[needs]).map(({ to, name, icon, words }) => ({
    ...{ id: to, label: name, icon, keys: goKeysOf(to), act: () => void navigate({ to }) },
    ...(words !== undefined && { words }),
  }));
}
