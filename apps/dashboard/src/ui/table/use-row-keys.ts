import { type KeyboardEvent, useEffect, useState } from 'react';
import { isTyping } from '../is-typing.js';

interface Options {
  count: number;
  /** Brings a row into the document and into view, then gives it the focus. */
  focus: (index: number) => void;
  open?: ((index: number) => void) | undefined;
  toggle?: ((index: number) => void) | undefined;
  /** The element of the whole table. */
  table: { readonly current: HTMLElement | null };
}

interface RowKeys {
  /** The row that Tab reaches. */
  active: number;
  setActive: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** j and k (or the arrows) go through the rows, Enter opens, x selects, Home and End go to the ends. */
export function useRowKeys({ count, focus, open, toggle, table }: Options): RowKeys {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));

  const go = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    focus(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
    const step = STEPS[event.key];
    if (step !== undefined) go(active + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(count - 1);
    else if (event.key === 'Enter' && open && isRow(event.target)) open(active);
    else if (event.key === 'x' && toggle) toggle(active);
    else return;
    event.preventDefault();
  };

  // The first j or k of the page goes to its first table, wherever the focus is.
  useEffect(() => {
    const begin = (event: globalThis.KeyboardEvent): void => {
      const isElsewhere = (event.target as HTMLElement).closest('[role="grid"]') === null;
      if (!isElsewhere || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.key !== 'j' && event.key !== 'k') || count === 0) return;
      if (document.querySelector('[role="dialog"]') || document.querySelector('main [role="grid"]') !== table.current)
        return;
      event.preventDefault();
      focus(active);
    };
    document.addEventListener('keydown', begin);
    return () => document.removeEventListener('keydown', begin);
  }, [active, count, focus, table]);

  return { active, setActive, onKeyDown };
}

const isRow = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('role') === 'row';
