import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { buttonClass } from '../button.js';
import styles from './toasts.module.css';

const manager = Toast.createToastManager();

/** Says in a corner what was done. Screen readers hear it. */
export const tell = (description: ReactNode): void => void manager.add({ description });

/** Says in a corner that something failed; it stays until it is closed. */
export const tellError = (error: unknown): void =>
  void manager.add({ description: (error as Error).message, type: 'error', timeout: 0, priority: 'high' });

/** Runs an action of a button: `done` is told when it worked, its error when not. */
export async function attempt<T>(action: Promise<T>, done: (result: T) => ReactNode): Promise<void> {
  try {
    tell(done(await action));
  } catch (error) {
    tellError(error);
  }
}

function Shown(): ReactNode {
  return Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles['toast']} aria-label="Message">
      <Toast.Content className={styles['content']}>
        <Toast.Description />
      </Toast.Content>
      <Toast.Close className={buttonClass({ kind: 'plain', size: 'small' })}>Close</Toast.Close>
    </Toast.Root>
  ));
}

export const Toasts = (): React.JSX.Element => (
  <Toast.Provider toastManager={manager}>
    <Toast.Portal>
      <Toast.Viewport className={styles['viewport']}>
        <Shown />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);
