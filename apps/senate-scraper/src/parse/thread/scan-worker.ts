import {
  threadRecogniser,
  type PaperRequest,
  readPaper,
  serveRequests,
  type SheetPicture,
} from '#rotunda/scraping/light';
import { readGif } from '../gif/gif-picture.js';

function* picturesOf(gifs: readonly Uint8Array[]): Generator<SheetPicture> {
  for (const gif of gifs) yield { image: readGif(gif), toPoints: null };
}

/** Load this module only as a worker. */
serveRequests(
  () => undefined,
  async ({ document, scan, options }: PaperRequest<Uint8Array[]>, onSheet) =>
    readPaper(scan, picturesOf(document), await threadRecogniser(), options, onSheet),
);
