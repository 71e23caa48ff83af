import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.js';
import styles from './copyable.module.css';

const SHOWN_MS = 1_500;

/** A short text of a machine, such as an id, with a button that copies it. */
export function Copyable({ text, label }: { text: string; label: string }): React.JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <span className={styles['copyable']}>
      <code>{text}</code>
      <Button
        kind="plain"
        size="small"
        className={styles['button']}
        title="Copy"
        aria-label={isCopied ? `${label} is copied` : `Copy ${label}`}
        onClick={() => void copy()}
      >
        <Icon aria-hidden="true" />
      </Button>
    </span>
  );
}
