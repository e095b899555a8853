// Finds a browser for pages that only exist after their scripts ran; installs one when it can.
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { run } from './steps.mjs';

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a browser that is there, or null. */
export function findBrowser(environment = process.env) {
  if (environment.CHROMIUM_PATH) return existsSync(environment.CHROMIUM_PATH) ? environment.CHROMIUM_PATH : null;
  const folders = (environment.PATH ?? '')
    .split(platform() === 'win32' ? ';' : ':')
    .concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  for (const name of names)
    for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name);
  for (const path of macApps) if (existsSync(path)) return path;
  return findPlaywrightBrowser(environment);
}

function findPlaywrightBrowser(environment) {
  const cache =
    environment.PLAYWRIGHT_BROWSERS_PATH ??
    (platform() === 'darwin'
      ? join(homedir(), 'Library/Caches/ms-playwright')
      : join(homedir(), '.cache/ms-playwright'));
  if (!existsSync(cache)) return null;
  const inside = [
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
  ];
  for (const folder of readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse())
    for (const path of inside) if (existsSync(join(cache, folder, path))) return join(cache, folder, path);
  return null;
}

/** A browser's path after trying everything that needs no person, or null with the reason on stderr. */
export async function provideBrowser() {
  const present = findBrowser();
  if (present || process.env.CHROMIUM_PATH) return present;
  const attempts = [['node', ['node_modules/playwright/cli.js', 'install', 'chromium-headless-shell'], 180_000]];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))
    attempts.push(
      ['apt-get', ['update', '-qq'], 120_000],
      [
        'apt-get',
        ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-wqy-microhei'],
        300_000,
      ],
    );
  for (const [program, args, timeout] of attempts) {
    try {
      await run(program, args, { timeout, environment: { DEBIAN_FRONTEND: 'noninteractive' } });
    } catch {
      // The next way may work; with none the crawl still runs and names the sites it could not render.
    }
    const found = findBrowser();
    if (found) return found;
  }
  return null;
}
