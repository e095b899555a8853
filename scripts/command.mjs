// `npm run mingjing|worker|bench|accuracy`: sets up what is missing without a word, then runs a built program.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { engineFlags, root } from './steps.mjs';
import { setUp } from './setup.mjs';
import { findBrowser } from './browser.mjs';

const [program, ...args] = process.argv.slice(2);
await setUp({ browser: false }).catch((error) => {
  process.stderr.write(`准备未完成：${error.message}\n`);
  process.exit(3);
});
const browser = findBrowser();
const child = spawn(process.execPath, [...engineFlags, join(root, 'dist', program), ...args], {
  // Paths on the command line are those of the caller's folder, not of the clone.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
  env: { ...process.env, ...(browser && !process.env.CHROMIUM_PATH ? { CHROMIUM_PATH: browser } : {}) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('close', (code) => process.exit(code ?? 1));
