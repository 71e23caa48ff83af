import type { Browser } from 'playwright';
import type { SenateSettings } from '../src/config.js';
import { launchChromium, openContext, type OpenedChromium } from '../src/site/chromium.js';

/** One browser for all tests of a file: starting one costs more than most of them. */
let shared: Promise<Browser> | undefined;

/** A fresh context in the shared browser. All stand-ins are on this host, so its host rules fit each of them. */
export async function openSharedChromium(
  hosts: ReadonlySet<string>,
  settings: SenateSettings,
): Promise<OpenedChromium> {
  const browser = await (shared ??= launchChromium(hosts, settings).then((opened) => opened.browser));
  const context = await openContext(browser, hosts, settings);
  return { browser: { close: () => context.close(), isConnected: () => browser.isConnected() }, context };
}

export async function closeSharedChromium(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}
