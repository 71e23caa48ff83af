import { deflateSync } from 'node:zlib';

/** Small PDFs meant to harm a parser, each with an intact frame around it. */
export const HOSTILE_PDFS: [name: string, pdf: () => Buffer][] = [
  [
    'a page tree that contains itself',
    () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
  ],
  ['a page tree that counts a billion pages', () => pdf([...frame(1_000_000_000), page('')])],
  ['a page tree without pages', () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'])],
  [
    'a page that unpacks to 200 MB',
    () => pdf([...frame(1), page('4 0 R'), packed(Buffer.alloc(200 * 1024 * 1024, 'q '))]),
  ],
  [
    'a page of five million strokes',
    () => pdf([...frame(1), page('4 0 R'), packed(Buffer.from('0 0 m 9 9 l S '.repeat(5_000_000)))]),
  ],
  [
    'a form that draws itself',
    () => pdf([...frame(1), page('4 0 R', '/XObject<</F 5 0 R>>'), packed(Buffer.from('/F Do')), form('/F Do')]),
  ],
  ['a page of an endless box', () => pdf([...frame(1), '<</Type/Page/Parent 2 0 R/MediaBox[-1e38 -1e38 1e38 1e38]>>'])],
];

/** A PDF of these objects, numbered from 1. */
function pdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let size = parts[0]!.length;
  objects.forEach((object, index) => {
    offsets.push(size);
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object) : object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    size += part.length;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer <</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${size}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer)]);
}

const frame = (count: number): string[] => [
  '<</Type/Catalog/Pages 2 0 R>>',
  `<</Type/Pages/Kids[3 0 R]/Count ${count}>>`,
];

const page = (contents: string, resources = ''): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<${resources}>>${contents && `/Contents ${contents}`}>>`;

function packed(content: Buffer, dictionary = ''): Buffer {
  const stream = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Filter/FlateDecode/Length ${stream.length}>>\nstream\n`),
    stream,
    Buffer.from('\nendstream'),
  ]);
}

const form = (content: string): Buffer =>
  packed(Buffer.from(content), '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>');
