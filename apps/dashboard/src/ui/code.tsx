import { Button } from './button.js';
import { useCopy } from './use-copy.js';
import styles from './code.module.css';

/** Text of a machine, with a button that copies it. */
export function Code({ text, label }: { text: string; label: string }): React.JSX.Element {
  const { isCopied, copy } = useCopy(text);
  return (
    <div className={styles['block']}>
      {/* It scrolls: so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
      <Button size="small" kind="plain" className={styles['copy']} onClick={copy} aria-label={`Copy ${label}`}>
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}

/** JSON as people read it. */
export const Json = ({ value, label }: { value: unknown; label: string }): React.JSX.Element => (
  <Code text={JSON.stringify(value, null, 2)} label={label} />
);
