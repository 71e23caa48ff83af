import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from '../../ui/button.js';
import { Keys } from '../../ui/kbd.js';
import { KeysDialog } from './keys-dialog.js';
import { useShortcuts } from './use-shortcuts.js';
import styles from './palette.module.css';

/** Not part of the first load; but there when it is opened, or what is typed at once would be lost. */
const load = async () => ({ default: (await import('./palette-dialog.js')).PaletteDialog });
const PaletteDialog = lazy(load);

/** The search button of the navigation, and the keys that work on every page. */
export function Palette(): React.JSX.Element {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  useEffect(() => void load(), []);
  const close = (): void => setShown(null);
  useShortcuts({
    openPalette: () => setShown((before) => (before === 'palette' ? null : 'palette')),
    openKeys: () => setShown('keys'),
  });
  return (
    <>
      <Button className={styles['button']} aria-keyshortcuts="Control+K Meta+K" onClick={() => setShown('palette')}>
        <Search aria-hidden="true" />
        Go to…
        <Keys keys="Ctrl+K" />
      </Button>
      {shown === 'palette' && (
        <Suspense>
          <PaletteDialog close={close} openKeys={() => setShown('keys')} />
        </Suspense>
      )}
      <KeysDialog isOpen={shown === 'keys'} close={close} />
    </>
  );
}
