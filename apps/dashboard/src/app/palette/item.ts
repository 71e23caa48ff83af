import type { LucideIcon } from 'lucide-react';

/** Something to go to or to do. */
export interface Item {
  id: string;
  label: string;
  /** Beside the label, in grey. */
  hint?: string;
  /** Words that also mean it. */
  words?: string;
  icon: LucideIcon;
  keys?: string | undefined;
  act: () => void;
}

export interface ItemGroup {
  value: string;
  items: Item[];
}

/** Whether each word of the query is found in the item. */
export function matches({ label, hint = '', words = '' }: Item, query: string): boolean {
  const text = `${label} ${hint} ${words}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The groups with what matches; none is empty. */
export const matching = (groups: readonly ItemGroup[], query: string): ItemGroup[] =>
  groups
    .map(({ value, items }) => ({ value, items: items.filter((item) => matches(item, query)) }))
    .filter(({ items }) => items.length > 0);
