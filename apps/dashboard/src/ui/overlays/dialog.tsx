import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classes } from '../classes.js';
import styles from './dialog.module.css';

interface Props {
  isOpen: boolean;
  close: () => void;
  title: string;
  isWide?: boolean;
  children: ReactNode;
}

/** A modal dialog: it takes the focus, Escape closes it, and the focus returns. */
export const Dialog = ({ isOpen, close, title, isWide = false, children }: Props): React.JSX.Element => (
  <Base.Root open={isOpen} onOpenChange={(open) => open || close()}>
    <Base.Portal>
      <Base.Backdrop className={styles['backdrop']} />
      <Base.Popup className={classes(styles['popup'], isWide && styles['wide'])}>
        <Base.Title className={styles['title']}>{title}</Base.Title>
        {children}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
);

/** The last row of a dialog. */
export const DialogButtons = ({ children }: { children: ReactNode }): React.JSX.Element => (
  <div className={styles['buttons']}>{children}</div>
);
