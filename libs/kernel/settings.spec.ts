import { describe, expect, it } from 'vitest';
import { BadSettings } from './errors.js';
import { describeSettings, readSettings } from './settings.js';

describe('readSettings', () => {
  it('takes the defaults when nothing is set, and treats an empty setting as absent', () => {
    const settings = readSettings({ PORT: '', DATABASE_URL: ' ' });
    expect(settings.PORT).toBe(3000);
    expect(settings.DATABASE_URL).toBeUndefined();
    expect(settings.MINGJING_ALLOW_NETWORKS).toBe('');
  });

  it('names every wrong setting at once', () => {
    const attempt = () => readSettings({ PORT: '70000', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' });
    expect(attempt).toThrow(BadSettings);
    expect(attempt).toThrow(/PORT[\s\S]*LOG_LEVEL|DATABASE_URL[\s\S]*PORT/);
    try {
      attempt();
    } catch (error) {
      expect((error as BadSettings).faults).toHaveLength(3);
      expect((error as BadSettings).exitCode).toBe(78);
    }
  });

  it('describes each setting once', () => {
    const names = describeSettings().map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
