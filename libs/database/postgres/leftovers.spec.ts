import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { embeddedLeftovers } from './leftovers.js';

let data: string;
let postgres: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'mingjing-left-'));
  postgres = join(data, 'postgres');
  mkdirSync(join(postgres, 'cluster-18'), { recursive: true });
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const found = () => embeddedLeftovers(data).map((left) => left.found);
const deadProcess = () => spawnSync(process.execPath, ['--version']).pid;

it('finds nothing where all is in order, also while the server runs', () => {
  expect(found()).toEqual([]);
  writeFileSync(join(postgres, 'cluster-18/postmaster.pid'), `${process.pid}\n/data\n`);
  expect(found()).toEqual([]);
});

it('names a server that died, an unfinished cluster, one of another version and a folder that is gone', () => {
  writeFileSync(join(postgres, 'cluster-18/postmaster.pid'), `${deadProcess()}\n`);
  mkdirSync(join(postgres, 'cluster-18.draft'));
  mkdirSync(join(postgres, 'cluster-16'));
  expect(found()).toEqual([
    expect.stringContaining('PostgreSQL 16'),
    expect.stringContaining('没有做完的初始化'),
    expect.stringContaining('没有正常停下'),
  ]);
  // While somebody makes it, a draft is none.
  writeFileSync(join(postgres, 'lock'), String(process.pid));
  expect(found().some((line) => line.includes('初始化'))).toBe(false);
  writeFileSync(join(postgres, 'location.txt'), join(data, 'nowhere'));
  expect(found()).toEqual([expect.stringContaining('已不存在')]);
});
