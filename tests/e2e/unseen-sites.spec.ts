import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureSite } from '../unseen/measure.js';
import type { UnseenSite } from '../unseen/model.js';
import { temporaryPlace } from '../integration/support/temporary-database.js';

const folder = join(import.meta.dirname, '../unseen');
const sites = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Values that must not be wrong, and that must be right, of every thousand; the rest are said to be unread. */
const notWrong = 995;
const right = 985;

describe('sites that the crawler was not written for', () => {
  it.each(sites.map(({ name }) => name))(
    '%s: every document once, no false finding, the fields right',
    async (name) => {
      const { site } = (await import(join(folder, name, 'index.ts'))) as { site: UnseenSite };
      const place = await temporaryPlace();
      const measured = await measureSite(site, place.settings).finally(() => place.remove());
      expect(measured.ended).toBe('complete');
      const isOpen = (line: string) => (site.open ?? []).some((one) => line.includes(one.line));
      expect(measured.falseFindings.filter((line) => !isOpen(line))).toEqual([]);
      // What only a browser can show is unread without one, and nothing more can be asked.
      if (!measured.withBrowser && measured.unrendered > 0) return;
      expect(measured.misses.filter((miss) => miss.startsWith('文件找到一次') && !isOpen(miss))).toEqual([]);
      // What stands open is neither right nor a surprise.
      const open = measured.misses.filter(isOpen).length;
      const told = [...measured.misses, ...measured.falseFindings];
      expect(site.open?.filter(({ line }) => !told.some((one) => one.includes(line))) ?? []).toEqual([]);
      const scores = Object.values(measured.fields);
      const sum = (of: 'right' | 'unread' | 'of') => scores.reduce((total, score) => total + score[of], 0);
      const shareOf = (count: number) => (count / sum('of')) * 1000;
      expect(sum('of')).toBeGreaterThan(400);
      expect(shareOf(sum('right') + sum('unread') + open), measured.misses.join('\n')).toBeGreaterThanOrEqual(notWrong);
      expect(shareOf(sum('right') + open), measured.misses.join('\n')).toBeGreaterThanOrEqual(right);
    },
  );
});
