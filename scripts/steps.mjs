// Small helpers of the set-up scripts. Nothing here needs a dependency: they run before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * How our programs are run: traces name the sources; and there is room for young objects, for reading a page makes megabytes
 * of them that die at once: what is cleared away twice as seldom is copied half as often.
 */
export const engineFlags = ['--enable-source-maps', '--max-semi-space-size=32', '--min-semi-space-size=32'];

/** Runs one named step and prints how many seconds it took; `work` may give a word on what it did. */
export async function step(name, work) {
  const started = performance.now();
  process.stderr.write(`… ${name}\n`);
  const word = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`✓ ${name}${word ? `：${word}` : ''}（${seconds} 秒）\n`);
}

/** Runs a program to its end; its output is shown only when it fails. Rejects with one line and the last of the output. */
export function run(program, args, { timeout, quiet = true, environment = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-8000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const timer = timeout ? setTimeout(() => child.kill('SIGKILL'), timeout) : undefined;
    child.on('error', (error) => (clearTimeout(timer), reject(error)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${program} ${args.slice(0, 3).join(' ')} 未成功（${signal ?? code}）\n${output.slice(-3000)}`),
        );
    });
  });
}

/** Hash over the contents of files and folders: changes when any source changes. */
export function contentHash(paths, ignore = /node_modules|(^|\/)dist(\/|$)|\.spec\.ts$/) {
  const hash = createHash('sha256');
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(path, entry.name);
      if (ignore.test(relative(root, full))) continue;
      if (entry.isDirectory()) visit(full);
      else if (entry.isFile()) hash.update(relative(root, full)).update(readFileSync(full));
    }
  };
  for (const path of paths.map((name) => join(root, name))) {
    if (!existsSync(path)) continue;
    try {
      visit(path);
    } catch (error) {
      if (error.code !== 'ENOTDIR') throw error;
      hash.update(relative(root, path)).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

export function stampIs(file, value) {
  const path = join(root, file);
  return existsSync(path) && readFileSync(path, 'utf8') === value;
}

export function writeStamp(file, value) {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}
