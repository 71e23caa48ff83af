/** The media types that the sites serve, and their file extensions. Anything else is served as plain bytes. */
const EXTENSIONS = new Map([
  ['application/pdf', 'pdf'],
  ['text/html', 'html'],
  ['image/gif', 'gif'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['application/zip', 'zip'],
  ['application/x-zip-compressed', 'zip'],
  ['application/json', 'json'],
]);
const MEDIA_TYPE = /^([\w.+-]+\/[\w.+-]+)(?:\s*;\s*charset="?([\w-]+)"?)?$/i;
const BYTES = 'application/octet-stream';

/** The media type to send to a browser: a known one, without parameters except a charset. */
export function servedMediaType(stored: string): string {
  const [, type = '', charset] = MEDIA_TYPE.exec(stored.trim()) ?? [];
  const known = type.toLowerCase();
  if (!EXTENSIONS.has(known)) return BYTES;
  return charset ? `${known}; charset=${charset.toLowerCase()}` : known;
}

/** A file name that is safe everywhere, from the last part of the URL: `20012345.pdf`. */
export function fileName(url: string, mediaType: string, sha256: string): string {
  const lastPart = URL.canParse(url) ? (new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '') : '';
  const stem = lastPart.replace(/\.[^.]*$/, '').replaceAll(/[^A-Za-z0-9_-]/g, '_');
  const [type = ''] = mediaType.split(';');
  return `${stem.slice(0, 80) || sha256.slice(0, 16)}.${EXTENSIONS.get(type) ?? 'bin'}`;
}
