import { useState } from 'react';
import { tellError } from './overlays/toasts.js';

const SHOWN_MS = 1_500;

/** Copies a text, and says for a moment that it did. Browsers offer it on HTTPS and on localhost alone. */
export function useCopy(text: string): { isCopied: boolean; copy: () => void } {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return tellError(new Error('The browser does not let this page copy. Select the text and copy it yourself.'));
    }
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return { isCopied, copy: () => void copy() };
}
