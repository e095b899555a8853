import { Command } from 'commander';
import { afterEach, expect, it, vi } from 'vitest';
import { describeSettings } from '#kernel';
import { addDoctor } from './doctor.command.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('tells every setting, and no secret', async () => {
  const secrets = describeSettings().filter(({ secret }) => secret);
  expect(secrets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['MINGJING_S3_SECRET', 'MINGJING_SMTP_PASSWORD', 'MINGJING_OIDC_CLIENT_SECRET']),
  );
  vi.stubEnv('MINGJING_ADDRESS', 'https://mj.example');
  vi.stubEnv('MINGJING_OIDC_ISSUER', 'https://sso.example');
  vi.stubEnv('MINGJING_OIDC_CLIENT_ID', 'mingjing');
  vi.stubEnv('MINGJING_SMTP_FROM', 'mj@yunling.example');
  for (const { name } of secrets) vi.stubEnv(name, name === 'MINGJING_SMTP_URL' ? 'smtps://hidden@h' : 'hidden');
  vi.stubEnv('DATABASE_URL', 'postgres://mj:hidden@db/mj');
  let told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    told += String(text);
    const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
    done?.();
    return true;
  });
  const program = new Command();
  addDoctor(program, () => Promise.resolve([]));
  await program.parseAsync(['doctor'], { from: 'user' });
  expect(told).toContain('MINGJING_OIDC_CLIENT_SECRET=***');
  expect(told).toContain('MINGJING_OIDC_CLIENT_ID=mingjing');
  expect(told).toContain('DATABASE_URL=postgres://mj:***@db/mj');
  expect(told).not.toContain('hidden');
});
