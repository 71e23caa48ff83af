/** A test for paths from a glob in which `*` stands for any text, also across slashes. */
export function pathMatcher(glob: string): (path: string) => boolean {
  const parts = glob.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  return (path) => pattern.test(path);
}
