import { Button } from '../../ui/button.js';
import { Dialog, DialogButtons } from '../../ui/overlays/dialog.js';
import { Keys } from '../../ui/kbd.js';
import { useMay } from '../../api/session.js';
import { PLACES } from '../layout/navigation.js';
import { goKeysOf } from './go-keys.js';
import styles from './palette.module.css';

const EVERYWHERE: [keys: string, what: string][] = [
  ['Ctrl+K', 'Go to a page, a task, or do something'],
  ['/', 'Search on this page'],
  ['?', 'Show these keys'],
  ['Esc', 'Close what is open'],
];

const IN_TABLES: [keys: string, what: string][] = [
  ['j k', 'Next and previous row'],
  ['Enter', 'Open the row'],
  ['x', 'Select the row'],
  ['Home End', 'First and last row'],
];

/** All keys. */
export function KeysDialog({ isOpen, close }: { isOpen: boolean; close: () => void }): React.JSX.Element {
  const may = { look: useMay('look'), act: useMay('act'), admin: useMay('admin') };
  const pages = PLACES.filter(({ needs }) => may[needs]).map(({ to, name }): [string, string] => [
    goKeysOf(to) ?? '',
    name,
  ]);
  return (
    <Dialog isOpen={isOpen} close={close} title="Keys">
      <div className={styles['lists']}>
        <KeyList title="Everywhere" keys={EVERYWHERE} />
        <KeyList title="In tables" keys={IN_TABLES} />
        <KeyList title="Go to" keys={pages} />
      </div>
      <DialogButtons>
        <Button onClick={close}>Close</Button>
      </DialogButtons>
    </Dialog>
  );
}

const KeyList = ({ title, keys }: { title: string; keys: [string, string][] }): React.JSX.Element => (
  <section>
    <h3>{title}</h3>
    <dl className={styles['list']}>
      {keys.map(([one, what]) => (
        <div key={one}>
          <dt>
            <Keys keys={one} />
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </section>
);
