import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMay } from '../../api/session.js';
import { isTyping } from '../../ui/is-typing.js';
import { PLACES } from '../layout/navigation.js';
import { GO_KEYS } from './go-keys.js';

interface Handlers {
  openPalette: () => void;
  openKeys: () => void;
}

/** How long after `g` the second key may come. */
const SECOND_KEY_MS = 1_500;

/** The keys that work on every page: Ctrl-K (on a Mac also Cmd-K), `?`, `/`, and `g` with a letter. */
export function useShortcuts({ openPalette, openKeys }: Handlers): void {
  const navigate = useNavigate();
  const may = { look: useMay('look'), act: useMay('act'), admin: useMay('admin') };
  const goUntil = useRef(0);

  const go = (key: string): void => {
    const place = PLACES.find(({ to }) => to === GO_KEYS[key]);
    if (place && may[place.needs]) void navigate({ to: place.to });
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') openPalette();
    else if (ctrlKey || metaKey || altKey || isBusy(event.target)) return;
    else if (timeStamp < goUntil.current) {
      goUntil.current = 0;
      go(key);
    } else if (key === 'g') goUntil.current = timeStamp + SECOND_KEY_MS;
    else if (key === '?') openKeys();
    else if (key === '/') focusSearch(openPalette);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    // Before the tables, whose own keys would take the second one after `g`.
    document.addEventListener('keydown', listener, { capture: true });
    return () => document.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

/** Whether keys are text there, or belong to a dialog. */
const isBusy = (target: EventTarget | null): boolean =>
  isTyping(target) || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

function focusSearch(otherwise: () => void): void {
  const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (!search) return otherwise();
  search.focus();
  search.select();
}
