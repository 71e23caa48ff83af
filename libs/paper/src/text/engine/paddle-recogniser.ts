import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { GreyImage } from '../../image/grey-image.js';
import type { ReadLine, Strip, TextRecogniser } from '../text-recogniser.js';
import { collapseStrips } from './collapse-strips.js';
import { scaleLine, soften } from './scale-line.js';

export interface PaddleFiles {
  /** The WebAssembly of ONNX Runtime. */
  runtime: Uint8Array;
  /** A recognition model of PP-OCR, as ONNX. */
  model: Uint8Array;
  /** The characters that the model knows, one a line. */
  dictionary: string;
}

/** The model's pictures: their height in pixels, and how many columns make one strip of the answer. */
const HEIGHT = 48;
const STRIP = 8;
/** Columns for each pixel of the scan, at most: the time goes with the width, and small print has no more to show. ADR 0019. */
const MOST_COLUMNS = 2.4;
const NARROWEST = 32;
/** Some five thousand pixels of a sheet; beyond, a line is squeezed, so no picture takes all memory. */
const WIDEST = 1600;
/** Columns read together: more take memory and gain no time. All lines of a batch get the width of the widest. */
const BATCH = 1000;
const WIDTH_RATIO = 1.15;
/** Options of a strip that are kept; less likely ones are noise. */
const OPTIONS = 8;
const LEAST = 0.0005;

/** PP-OCR's recogniser, run by ONNX Runtime as WebAssembly on one thread. */
export class PaddleRecogniser implements TextRecogniser {
  private constructor(
    private readonly runtime: Pick<typeof import('onnxruntime-web/wasm'), 'Tensor'>,
    private readonly session: InferenceSession,
    private readonly alphabet: readonly string[],
  ) {}

  /** @throws Error where a file is not what it should be */
  static async load({ runtime, model, dictionary }: PaddleFiles): Promise<PaddleRecogniser> {
    // Only who reads scans loads the runtime, not whoever knows this library's types.
    const { InferenceSession, Tensor, env } = await import('onnxruntime-web/wasm');
    // One thread: a scraper's workers share its cores, and the runtime would start a thread for each.
    env.wasm.numThreads = 1;
    env.wasm.wasmBinary = runtime;
    const session = await InferenceSession.create(model, {
      executionProviders: ['wasm'],
      // The arena never gives memory back: 40 MB more, and no faster.
      enableCpuMemArena: false,
    });
    // 14 MB that nothing needs once the runtime is started.
    delete env.wasm.wasmBinary;
    // The model's first option is "no character", its last the space, which the list lacks.
    return new PaddleRecogniser({ Tensor }, session, ['', ...dictionary.replace(/\n$/, '').split('\n'), ' ']);
  }

  async read(lines: readonly GreyImage[]): Promise<ReadLine[]> {
    const results: ReadLine[] = [];
    for (const batch of batchesOf(lines)) {
      const read = await this.readBatch(batch);
      for (const [place, { index }] of batch.entries()) results[index] = read[place]!;
    }
    return results;
  }

  /** Frees the model's memory; nothing can be read afterwards. */
  release(): Promise<void> {
    return this.session.release();
  }

  private async readBatch(batch: readonly SizedLine[]): Promise<ReadLine[]> {
    const width = Math.max(...batch.map((line) => line.width));
    const input: Tensor = new this.runtime.Tensor('float32', inputOf(batch, width), [batch.length, 3, HEIGHT, width]);
    const output = (await this.session.run({ [this.session.inputNames[0]!]: input }))[this.session.outputNames[0]!]!;
    const [, strips, options] = output.dims as [number, number, number];
    if (options !== this.alphabet.length) {
      throw new Error(`The model knows ${options} characters, its list has ${this.alphabet.length}: use its own list`);
    }
    const data = output.data as Float32Array;
    const lines = batch.map(({ image, width: own }, place) => {
      const used = Math.min(strips, Math.ceil(own / STRIP));
      const first = place * strips * options;
      const read = Array.from({ length: used }, (_, strip) => this.strip(data, first + strip * options));
      return collapseStrips(read, (STRIP * image.width) / own);
    });
    output.dispose();
    input.dispose();
    return lines;
  }

  private strip(data: Float32Array, start: number): Strip {
    const found: { text: string; probability: number }[] = [];
    // Thousands of characters for each strip: an iterator takes a tenth as long as the model.
    for (let index = 0; index < this.alphabet.length; index++) {
      const probability = data[start + index]!;
      if (probability >= LEAST) found.push({ text: this.alphabet[index]!, probability });
    }
    return found.sort((a, b) => b.probability - a.probability).slice(0, OPTIONS);
  }
}

interface SizedLine {
  index: number;
  image: GreyImage;
  /** In the model's picture. */
  width: number;
}

function batchesOf(lines: readonly GreyImage[]): SizedLine[][] {
  const sized = lines
    .map((image, index) => ({ index, image, width: widthOf(image) }))
    .sort((a, b) => a.width - b.width);
  const batches: SizedLine[][] = [];
  for (const line of sized) {
    const batch = batches.at(-1);
    const fits =
      batch && (batch.length + 1) * line.width <= BATCH && line.width <= batch[0]!.width * WIDTH_RATIO + STRIP;
    if (fits) batch.push(line);
    else batches.push([line]);
  }
  return batches;
}

function widthOf({ width, height }: GreyImage): number {
  const natural = Math.ceil((width * Math.min(MOST_COLUMNS, HEIGHT / height)) / STRIP) * STRIP;
  return Math.min(WIDEST, Math.max(NARROWEST, natural));
}

/** The model wants colours: three times the same grey. The rest beside a narrower line is paper. */
function inputOf(batch: readonly SizedLine[], width: number): Float32Array {
  const plane = HEIGHT * width;
  const input = new Float32Array(batch.length * 3 * plane).fill(1);
  for (const [place, line] of batch.entries()) {
    const scaled = scaleLine(soften(line.image), line.width, HEIGHT);
    for (let colour = 0; colour < 3; colour++) {
      for (let y = 0; y < HEIGHT; y++) {
        input.set(scaled.subarray(y * line.width, (y + 1) * line.width), (place * 3 + colour) * plane + y * width);
      }
    }
  }
  return input;
}
