import type { ComposeStack } from './compose-stack.js';
import { docker } from './docker-command.js';

const MEGABYTE = 1_000_000;

/** Two tables: the memory of each container while the stack is idle, and the sizes of the images. */
export async function figures(stack: ComposeStack): Promise<string[]> {
  const containers = (await stack.containers()).toSorted((a, b) => a.service.localeCompare(b.service));
  const memory = await memoryOf(containers.map(({ id }) => id));
  const rows = containers.map(({ service, image, id }) => [service, image, memory.get(id.slice(0, 12)) ?? '']);
  return [
    ...table([['CONTAINER', 'IMAGE', 'IDLE MEMORY'], ...rows]),
    '',
    ...table([['IMAGE', 'SIZE'], ...(await sizesOf(await stack.images()))]),
  ];
}

/** Short container id → e.g. `55.14MiB / 1GiB`. */
async function memoryOf(ids: string[]): Promise<Map<string, string>> {
  const lines = await docker(['stats', '--no-stream', '--format', '{{.ID}}\t{{.MemUsage}}', ...ids]);
  return new Map(lines.split('\n').map((line) => line.split('\t') as [string, string]));
}

async function sizesOf(images: string[]): Promise<string[][]> {
  const sizes = await docker(['image', 'inspect', '--format', '{{.Size}}', ...images]);
  return sizes.split('\n').map((bytes, index) => [images[index]!, `${Math.round(Number(bytes) / MEGABYTE)} MB`]);
}

function table(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
