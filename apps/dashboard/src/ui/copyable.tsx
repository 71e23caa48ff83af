import { Check, Copy } from 'lucide-react';
import { Button } from './button.js';
import { useCopy } from './use-copy.js';
import styles from './copyable.module.css';

/** A short text of a machine, such as an id, with a button that copies it. */
export function Copyable({ text, label }: { text: string; label: string }): React.JSX.Element {
  const { isCopied, copy } = useCopy(text);
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
        onClick={copy}
      >
        <Icon aria-hidden="true" />
      </Button>
    </span>
  );
}
