// Everything a fresh clone needs, each part only when it is needed: packages, build, browser.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, root, run, stampIs, step, writeStamp } from './steps.mjs';
import { provideBrowser } from './browser.mjs';

const installStamp = 'node_modules/.mingjing-installed';
const buildStamp = 'dist/.mingjing-built';
const dashboardStamp = 'dashboards/dist/.mingjing-built';
const sources = [
  'apps',
  'libs',
  'crawlers',
  'tests/county',
  'tests/bench',
  'tests/accuracy',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
];

/** Ends with one line when Node is too old; nothing else can say it as clearly. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`需要 Node 20.19 或更高版本，现为 ${process.versions.node}。\n`);
  process.exit(3);
}

/**
 * @param {{ build?: boolean, browser?: boolean }} wanted
 * @returns {Promise<{ browser: string | null }>}
 */
export async function setUp({ build = true, browser = true } = {}) {
  checkNode();
  const lock = contentHash(['package-lock.json', 'package.json']);
  if (!stampIs(installStamp, lock) && !everythingInstalled())
    await step('安装依赖', async () => {
      await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { timeout: 900_000 });
      writeStamp(installStamp, lock);
    });
  if (build) {
    const source = contentHash(sources);
    if (!stampIs(buildStamp, source))
      await step('编译程序', async () => {
        await run('node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
        writeStamp(buildStamp, source);
      });
    const pages = contentHash(['dashboards', 'package.json']);
    if (!stampIs(dashboardStamp, pages))
      await step('编译页面', async () => {
        await run('node', ['node_modules/vite/bin/vite.js', 'build', 'dashboards']);
        writeStamp(dashboardStamp, pages);
      });
  }
  let path = null;
  if (browser)
    await step('查找浏览器', async () => {
      path = await provideBrowser();
      return path ?? '没有可用的浏览器：需要浏览器才能显示的网站将标为“未能渲染”';
    });
  return { browser: path };
}

/** A developer who ran `npm install` by hand need not install again. */
function everythingInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const require = createRequire(import.meta.url);
  const wanted = require(join(root, 'package-lock.json')).packages;
  const present = require(installed).packages;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || entry.peer || present[name]?.version === entry.version,
  );
}

if (process.argv[1] === join(root, 'scripts/setup.mjs')) {
  const flags = process.argv.slice(2);
  await setUp({ build: !flags.includes('--no-build'), browser: !flags.includes('--no-browser') }).catch((error) => {
    process.stderr.write(`准备未完成：${error.message}\n`);
    process.exitCode = 3;
  });
}
