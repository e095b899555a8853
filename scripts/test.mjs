// `npm test`: sets up what is missing, runs all rings, ends with one line “N passed, N failed”.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { root } from './steps.mjs';
import { setUp } from './setup.mjs';

const { browser } = await setUp().catch((error) => {
  process.stderr.write(`准备未完成：${error.message}\n`);
  process.exit(3);
});
const report = join(root, 'dist/test-report.json');
rmSync(report, { force: true });
const outcome = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) } },
);
let passed = 0;
let failed = outcome.status === 0 ? 0 : 1;
let skipped = 0;
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed = result.numPassedTests;
  skipped = result.numPendingTests + result.numTodoTests;
  // A file that cannot even be loaded fails without a test of its own.
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  failed = Math.max(result.numFailedTests + brokenFiles, failed);
} catch {
  process.stderr.write('测试没有留下结果。\n');
  failed = Math.max(failed, 1);
}
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
