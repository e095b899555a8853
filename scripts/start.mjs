// `npm start`: sets up what is missing, then hands over to the program.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { engineFlags, root } from './steps.mjs';
import { setUp } from './setup.mjs';

const flags = process.argv.slice(2);
const noBrowser = flags.includes('--no-browser');
const { browser } = await setUp({ browser: !noBrowser }).catch((error) => {
  process.stderr.write(`准备未完成：${error.message}\n`);
  process.exit(3);
});
const environment = { ...process.env };
if (noBrowser) environment.MINGJING_NO_BROWSER = '1';
else if (browser) environment.CHROMIUM_PATH = browser;
const program = spawn(
  process.execPath,
  [...engineFlags, join(root, 'dist/apps/server/main.js'), ...flags.filter((flag) => flag !== '--no-browser')],
  {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  },
);
// The terminal sends Ctrl-C to both; this process only waits so that it ends after the program has tidied up.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && program.kill(signal));
program.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
