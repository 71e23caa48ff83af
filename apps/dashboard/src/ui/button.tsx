import type { ComponentProps } from 'react';
import { classes } from './classes.js';
import styles from './button.module.css';

export type ButtonKind = 'default' | 'primary' | 'danger' | 'plain';

interface Look {
  kind?: ButtonKind;
  size?: 'small' | 'medium';
}

/** For a link that looks like a button. */
export const buttonClass = ({ kind = 'default', size = 'medium' }: Look = {}): string =>
  classes(styles['button'], styles[kind], size === 'small' && styles['small']);

export function Button({ kind, size, className, ...rest }: ComponentProps<'button'> & Look): React.JSX.Element {
  return (
    <button
      type="button"
      className={classes(buttonClass({ ...(kind && { kind }), ...(size && { size }) }), className)}
      {...rest}
    />
  );
}
