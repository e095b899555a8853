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

  it('takes single sign-on whole or not at all, with the address that people open', () => {
    const whole = {
      MINGJING_OIDC_ISSUER: 'https://sso.yunling.example/realms/zwgk',
      MINGJING_OIDC_CLIENT_ID: 'mingjing',
      MINGJING_OIDC_CLIENT_SECRET: 'very-secret',
      MINGJING_ADDRESS: 'https://mj.yunling.example',
    };
    expect(readSettings(whole)).toMatchObject(whole);
    for (const name of Object.keys(whole)) {
      if (name === 'MINGJING_ADDRESS') continue;
      expect(() => readSettings({ [name]: whole[name as keyof typeof whole] })).toThrow(/MINGJING_ADDRESS：没有填写/);
      expect(() => readSettings({ ...whole, [name]: '' })).toThrow(`设置 ${name}：没有填写`);
    }
    for (const wrong of ['sso.yunling.example', 'https://sso.example?x=1', 'file:///etc', 'https://a@b.example'])
      expect(() => readSettings({ ...whole, MINGJING_OIDC_ISSUER: wrong })).toThrow('MINGJING_OIDC_ISSUER');
  });

  it('describes each setting once', () => {
    const names = describeSettings().map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
