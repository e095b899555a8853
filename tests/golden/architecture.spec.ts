import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(import.meta.dirname));
const law = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: IFlattenedRuleSet['forbidden'];
  options: ICruiseOptions;
};
const { tsConfig: _file, ...options } = law.options as ICruiseOptions & { tsConfig?: unknown };

async function inspect(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const result = await cruise(folders, { ...options, baseDir, validate: true, ruleSet: { forbidden: law.forbidden } });
  return result.output as ICruiseResult;
}

describe('the law on who may import whom', () => {
  it('is kept, and the check saw the code', async () => {
    const { summary } = await inspect(root, ['libs', 'crawlers', 'apps', 'tests']);
    // A TypeScript that the checker cannot load makes it see nothing and pass.
    expect(summary.totalCruised).toBeGreaterThan(100);
    expect(
      summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`),
    ).toEqual([]);
  });

  it('catches a planted import that goes backwards, and one that makes a pure room impure', async () => {
    const place = mkdtempSync(join(tmpdir(), 'mingjing-law-'));
    try {
      mkdirSync(join(place, 'libs/facts'), { recursive: true });
      mkdirSync(join(place, 'libs/scoring'), { recursive: true });
      writeFileSync(join(place, 'package.json'), '{"type":"module"}');
      writeFileSync(join(place, 'libs/scoring/index.ts'), 'export const points: number = 1;\n');
      writeFileSync(
        join(place, 'libs/facts/planted.ts'),
        "import { readFileSync } from 'node:fs';\nimport { points } from '../scoring/index.js';\nexport const both: unknown[] = [readFileSync, points];\n",
      );
      const { summary } = await inspect(place, ['libs']);
      const broken = summary.violations.map((violation) => violation.rule.name);
      expect(broken).toContain('backwards-from-facts');
      expect(broken).toContain('pure-rooms-stay-pure');
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});
