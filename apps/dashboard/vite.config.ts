import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const [gzipped, brotlied] = [promisify(gzip), promisify(brotliCompress)];
const COMPRESSED = /\.(js|css|svg|html)$/;

/** Beside each file its `.gz` and `.br`, which the gateway sends to browsers that accept them. */
const precompress: Plugin = {
  name: 'precompress',
  apply: 'build',
  // The written files: Vite changes chunks after the hooks that see them in memory.
  async writeBundle({ dir = '' }) {
    const names = await readdir(dir, { recursive: true });
    await Promise.all(names.filter((name) => COMPRESSED.test(name)).map((name) => compress(join(dir, name))));
  },
};

async function compress(file: string): Promise<void> {
  const source = await readFile(file);
  await writeFile(`${file}.gz`, await gzipped(source, { level: 9 }));
  await writeFile(`${file}.br`, await brotlied(source));
}

/** `npm run dashboard:dev` serves the sources and asks the gateway that runs at this address. */
const GATEWAY = 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['rotunda-source', 'module', 'browser', 'development|production'] },
  plugins: [react(), precompress],
  build: {
    outDir: '../../dist/apps/dashboard',
    emptyOutDir: true,
    target: 'es2023',
    // These have light-dark(): replaced by variables, it would not follow the scheme of a part of a page (/tokens).
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Data URLs would need their own word in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licences of what is bundled must travel with it.
    license: { fileName: 'licences.md' },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': GATEWAY, '/health': GATEWAY } },
});
