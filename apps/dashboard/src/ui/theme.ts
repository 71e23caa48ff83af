import { useSyncExternalStore } from 'react';
import { useMedia } from './use-media.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED_AS = 'rotunda.theme';
const watchers = new Set<() => void>();

const stored = (): Theme => {
  const found = localStorage.getItem(STORED_AS);
  return THEMES.find((theme) => theme === found) ?? 'system';
};

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(STORED_AS, theme);
  applyTheme();
  for (const watcher of watchers) watcher();
}

/** `data-theme` overrules the system: see tokens.css. */
export function applyTheme(): void {
  const theme = stored();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** What was chosen, and what is shown. */
export function useTheme(): { chosen: Theme; shown: 'light' | 'dark' } {
  const chosen = useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }, stored);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  return { chosen, shown: chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen };
}
