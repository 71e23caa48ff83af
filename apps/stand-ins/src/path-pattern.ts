/** Turns a glob into a test for paths; `*` matches any text, including slashes. */
export function pathMatcher(glob: string): (path: string) => boolean {
  const parts = glob.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  return (path) => pattern.test(path);
}
