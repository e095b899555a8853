import { describe, expect, it } from 'vitest';
import { withoutOutages } from './probe-outages.js';

const visit = (site: string, at: string, outcome: 'ok' | 'timeout') => ({ site, at: `2022-11-01T${at}:00Z`, outcome });

describe('moments in which a monitor was cut off', () => {
  it('are left out: several sites and none of them opened', () => {
    const cut = ['甲', '乙', '丙'].map((site) => visit(site, '08:03', 'timeout'));
    const sound = [
      visit('甲', '08:13', 'timeout'),
      visit('乙', '08:14', 'timeout'),
      visit('丙', '08:15', 'ok'),
      visit('甲', '09:00', 'timeout'),
      visit('甲', '09:01', 'timeout'),
      visit('乙', '09:01', 'timeout'),
    ];
    expect(withoutOutages([...cut, ...sound])).toEqual(sound);
    expect(withoutOutages([])).toEqual([]);
  });
});
