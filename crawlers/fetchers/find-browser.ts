import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** The settings that decide about the browser. */
export interface BrowserSettings {
  MINGJING_NO_BROWSER?: boolean;
  CHROMIUM_PATH?: string;
}

const names = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium that can be driven: the one named in the settings, the system's, or what Playwright installed. */
export function findBrowser(settings: BrowserSettings): string | null {
  if (settings.MINGJING_NO_BROWSER) return null;
  if (settings.CHROMIUM_PATH) return isProgram(settings.CHROMIUM_PATH) ? settings.CHROMIUM_PATH : null;
  return [...names, chromium.executablePath(), ...installedShells()].find(isProgram) ?? null;
}

/** `playwright install --only-shell` puts the small shell beside the place where the full browser would be. */
function installedShells(): string[] {
  const usual = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] || join(homedir(), ...usual, 'ms-playwright');
  try {
    return readdirSync(cache)
      .filter((name) => name.startsWith('chromium_headless_shell-'))
      .sort()
      .reverse()
      .flatMap((name) => [
        join(cache, name, 'chrome-headless-shell-linux64', 'chrome-headless-shell'),
        join(cache, name, 'chrome-linux', 'headless_shell'),
        join(cache, name, 'chrome-mac', 'headless_shell'),
      ]);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
