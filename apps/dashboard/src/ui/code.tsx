import { useState } from 'react';
import { Button } from './button.js';
import styles from './code.module.css';

const SHOWN_MS = 1_500;

/** Text of a machine, with a button that copies it. */
export function Code({ text, label }: { text: string; label: string }): React.JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <div className={styles['block']}>
      {/* It scrolls: so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
      <Button
        size="small"
        kind="plain"
        className={styles['copy']}
        onClick={() => void copy()}
        aria-label={`Copy ${label}`}
      >
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}

/** JSON as people read it. */
export const Json = ({ value, label }: { value: unknown; label: string }): React.JSX.Element => (
  <Code text={JSON.stringify(value, null, 2)} label={label} />
);
