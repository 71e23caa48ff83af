import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, type ButtonKind } from '../button.js';
import { Notice } from '../notice.js';
import { Dialog, DialogButtons } from './dialog.js';
import { tellError } from './toasts.js';

interface Props {
  /** On the button that opens the dialog. */
  label: ReactNode;
  kind?: ButtonKind;
  size?: 'small' | 'medium';
  disabled?: boolean;
  title: string;
  /** What will happen: say how many. */
  children: ReactNode;
  /** On the button that does it; a verb. */
  verb: string;
  /** Fails with an error whose message is shown; the dialog then stays. */
  act: () => Promise<unknown>;
}

/** A button whose action is asked about first. */
export function Confirm({ label, kind, size, disabled, title, children, verb, act }: Props): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...(kind && { kind })} {...(size && { size })} disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog {...{ isOpen, title, verb, act }} close={() => setOpen(false)} isDangerous={kind === 'danger'}>
        {children}
      </ConfirmDialog>
    </>
  );
}

interface DialogProps extends Pick<Props, 'title' | 'children' | 'verb' | 'act'> {
  isOpen: boolean;
  close: () => void;
  isDangerous?: boolean;
}

/** The question alone, for whatever else opens it. */
export function ConfirmDialog({
  isOpen,
  close,
  title,
  children,
  verb,
  act,
  isDangerous,
}: DialogProps): React.JSX.Element {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = isOpen;
    return () => void (isShown.current = false);
  }, [isOpen]);
  const leave = (): void => {
    setError(null);
    close();
  };
  const doIt = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await act();
      if (isShown.current) leave();
    } catch (failure) {
      // Whoever has left the dialog should hear it too.
      if (isShown.current) setError((failure as Error).message);
      else tellError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog isOpen={isOpen} close={leave} title={title}>
      <div>{children}</div>
      {error && <Notice tone="bad">{error}</Notice>}
      <DialogButtons>
        <Button onClick={leave}>Keep as it is</Button>
        <Button kind={isDangerous ? 'danger' : 'primary'} disabled={isBusy} onClick={() => void doIt()}>
          {verb}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
