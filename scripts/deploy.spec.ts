import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeSettings, readSettings } from '#kernel';

// What `deploy/` names is there: programs, flags, settings, volumes, services, and what the documentation says of them.

const steps: unknown = await import(new URL('./steps.mjs', import.meta.url).href);
const { engineFlags } = steps as { engineFlags: string[] };
const root = join(import.meta.dirname, '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const settingNames = new Set(describeSettings().map(({ name }) => name));

/** `node FLAGS dist/apps/NAME/main.js ARGUMENTS`: how our programs run, and what they understand. */
function expectProgram(command: string[]): void {
  const [node, ...rest] = command;
  expect(node).toMatch(/^(?:\/usr\/bin\/)?node$/);
  const at = rest.findIndex((part) => !part.startsWith('-'));
  expect(rest.slice(0, at)).toEqual(engineFlags);
  const source = rest[at]!.replace(/^dist\//, '').replace(/\.js$/, '.ts');
  expect(existsSync(join(root, source))).toBe(true);
  const options = [...read(source).matchAll(/(\w+): \{ type: '(?:boolean|string)' \}/g)].map(([, name]) => `--${name}`);
  expect(options).toEqual(expect.arrayContaining(rest.slice(at + 1)));
}

/** Names in capitals that a comment gives for settings. */
function expectSettings(text: string, others: string[] = []): void {
  const named = text.match(/\b(?:MINGJING_[A-Z_]+|DATABASE_URL|HOST|PORT|[A-Z]+_[A-Z_]+)\b/g) ?? [];
  expect(named.filter((name) => !settingNames.has(name) && !others.includes(name))).toEqual([]);
}

describe('deploy/compose.yaml', () => {
  const text = read('deploy', 'compose.yaml');
  const { services, volumes } = parse(text, { merge: true }) as {
    services: Record<
      string,
      {
        image: string;
        command?: string[];
        environment?: Record<string, string>;
        volumes: string[];
        ports?: string[];
        depends_on?: Record<string, { condition: string }>;
        healthcheck?: object;
        working_dir?: string;
      }
    >;
    volumes: Record<string, unknown>;
  };
  const ours = Object.entries(services).filter(([, { command }]) => command?.[0] === 'node');
  const filled = (value: string) => value.replace(/\$\{(\w+)(?::[?-][^}]*)?\}/g, (_, name: string) => `x-${name}`);

  it('starts programs that are there, under settings that they accept', () => {
    expect(ours.map(([name]) => name)).toEqual(['server', 'worker']);
    for (const [, { command, environment = {} }] of ours) {
      expectProgram(command!);
      expect(Object.keys(environment).filter((name) => name !== 'TZ' && !settingNames.has(name))).toEqual([]);
      const settings = Object.entries(environment).map(([name, value]) => [name, filled(value)] as const);
      expect(() => readSettings(Object.fromEntries(settings))).not.toThrow();
    }
    expectSettings(text, ['POSTGRES_PASSWORD', 'POSTGRES_USER']);
  });

  it('names services, volumes, ports and accounts that are there', () => {
    for (const { depends_on = {}, volumes: mounted } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(services).toHaveProperty([name]);
        if (condition === 'service_healthy') expect(services[name]!.healthcheck).toBeDefined();
      }
      for (const [name = ''] of mounted.map((one) => one.split(':')))
        if (name === '..') expect(existsSync(join(root, 'deploy', name, 'package.json'))).toBe(true);
        else expect(volumes).toHaveProperty([name]);
    }
    for (const [name, { environment = {}, volumes: mounted, ports = [], working_dir }] of ours) {
      const { hostname, username } = new URL(filled(environment['DATABASE_URL']!));
      expect(services).toHaveProperty([hostname]);
      expect(services[hostname]!.environment!['POSTGRES_USER']).toBe(username);
      const places = mounted.map((one) => one.split(':')[1]);
      expect(places).toEqual([working_dir, environment['MINGJING_DATA']]);
      const port = describeSettings().find((one) => one.name === 'PORT')!.initial;
      if (name === 'server') expect(ports).toEqual([`127.0.0.1:${port}:${port}`]);
    }
  });
});

describe.each(readdirSync(join(root, 'deploy/systemd')))('deploy/systemd/%s', (name) => {
  const text = read('deploy', 'systemd', name);
  const [comments, lines] = [text, text].map((all, part) =>
    all.split('\n').filter((line) => line.startsWith('#') === (part === 0)),
  ) as [string[], string[]];
  const valueOf = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);

  it('starts a program that is there, where the documentation has it', () => {
    expectProgram(valueOf('ExecStart')!.split(' '));
    expectSettings(comments.join('\n'));
    expect(valueOf('WorkingDirectory')).toBe('/opt/mingjing');
    expect(read('docs', 'workers.md')).toContain(`MINGJING_DATA=${valueOf('ReadWritePaths')}`);
  });

  it('starts it again whenever that can help: not where a setting is wrong', () => {
    const wrong = (): unknown => readSettings({ PORT: 'none' });
    expect(wrong).toThrow(expect.objectContaining({ exitCode: Number(valueOf('RestartPreventExitStatus')) }));
    expect(valueOf('Restart')).toBe('always');
  });

  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('is understood by systemd', () => {
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', join(root, 'deploy/systemd', name)]);
    // Whether node, the account and the folders are there is another machine's matter.
    const said = `${stdout}${stderr}`
      .split('\n')
      .filter((line) => /Unknown|Failed to parse|Invalid|ignoring/.test(line));
    expect(said).toEqual([]);
  });
});

describe('what is said of deploy/', () => {
  it('names files that are there', () => {
    const named = [...read('docs', 'workers.md').matchAll(/`(deploy\/[\w./@-]+)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
    const run = [...read('docs', 'workers.md').matchAll(/`npm run (\w+)/g)].map(([, script]) => script!);
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  });
});
