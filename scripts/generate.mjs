// Writes the files that are generated from the code; `--check` only says which of them are out of date.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from './steps.mjs';

const checkOnly = process.argv.includes('--check');
const place = mkdtempSync(join(tmpdir(), 'mingjing-generate-'));
const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

async function indicatorCatalogue() {
  const { indicatorCatalogueMarkdown } = await built('libs/indicators/index.js');
  return indicatorCatalogueMarkdown();
}

async function programmesCoverage() {
  const { programmesCoverageMarkdown } = await built('libs/programmes/index.js');
  const { builtInProgrammes } = await built('libs/operations/index.js');
  const { findIndicator } = await built('libs/indicators/index.js');
  return programmesCoverageMarkdown(await builtInProgrammes(), (id) => findIndicator(id)?.title);
}

async function evidenceForms() {
  const { evidenceFormsMarkdown } = await built('libs/programmes/index.js');
  const { builtInProgrammes } = await built('libs/operations/index.js');
  return evidenceFormsMarkdown(await builtInProgrammes());
}

async function apiDescription() {
  const file = join(place, 'openapi.json');
  await run('node', [join(root, 'dist/apps/server/openapi.js'), file]);
  return readFileSync(file, 'utf8');
}

async function apiClient() {
  const file = join(place, 'schema.d.ts');
  await run('node', [
    join(root, 'node_modules/openapi-typescript/bin/cli.js'),
    join(place, 'openapi.json'),
    '-o',
    file,
  ]);
  return readFileSync(file, 'utf8');
}

const generated = [
  ['docs/indicators.md', indicatorCatalogue],
  ['docs/programmes-coverage.md', programmesCoverage],
  ['docs/evidence-forms.md', evidenceForms],
  ['dashboards/src/api/openapi.json', apiDescription],
  ['dashboards/src/api/schema.d.ts', apiClient],
];

try {
  let stale = 0;
  for (const [file, make] of generated) {
    const path = join(root, file);
    const wanted = await make();
    const present = existsSync(path) ? readFileSync(path, 'utf8') : null;
    if (present === wanted) continue;
    if (checkOnly) {
      process.stderr.write(`${file} 与代码不一致，请运行 npm run generate\n`);
      stale += 1;
    } else {
      writeFileSync(path, wanted);
      process.stderr.write(`已更新 ${file}\n`);
    }
  }
  process.exitCode = stale > 0 ? 1 : 0;
} finally {
  rmSync(place, { recursive: true, force: true });
}
