import { type ComponentProps, useEffect, useEffectEvent, useRef } from 'react';

const DEBOUNCE_MS = 300;

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'ref'> {
  value: string;
  /** `isSameVisit`: it was changed before since the field got the focus, so that one visit is one step of the history. */
  change: (value: string, isSameVisit: boolean) => void;
}

/** A text of the URL: changed when the typing pauses or ends; the back button changes the field. */
export function TextFilter({ value, change, ...input }: Props): React.JSX.Element {
  const ref = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  const isSameVisit = useRef(false);

  const send = useEffectEvent(() => {
    clearTimeout(timer.current);
    const text = ref.current?.value.trim() ?? '';
    if (text === sent.current) return;
    sent.current = text;
    change(text, isSameVisit.current);
    isSameVisit.current = true;
  });
  useEffect(() => {
    if (value !== sent.current && ref.current) ref.current.value = value;
    sent.current = value;
  }, [value, ref]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const type = (): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => send(), DEBOUNCE_MS);
    };
    const end = (): void => send();
    const begin = (): void => void (isSameVisit.current = false);
    element.addEventListener('input', type);
    element.addEventListener('change', end);
    element.addEventListener('focus', begin);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener('input', type);
      element.removeEventListener('change', end);
      element.removeEventListener('focus', begin);
    };
  }, [ref]);

  return <input {...input} ref={ref} defaultValue={value} />;
}
