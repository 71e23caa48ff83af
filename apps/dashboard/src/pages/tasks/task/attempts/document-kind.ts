export type DocumentKind = 'page' | 'image' | 'text' | 'file';

/** How a document can be shown. @param mediaType as the site named it */
export function documentKind(mediaType: string): DocumentKind {
  const [type = ''] = mediaType.split(';');
  const name = type.trim().toLowerCase();
  if (name === 'text/html' || name === 'application/xhtml+xml') return 'page';
  if (/^image\/(png|jpeg|gif|webp)$/.test(name)) return 'image';
  return name.startsWith('text/') || /[/+](json|xml)$/.test(name) ? 'text' : 'file';
}
