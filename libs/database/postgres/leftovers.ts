import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAlive } from './process-list.js';

/** Something that an embedded server left behind, and what to do about it; Chinese. */
export interface Leftover {
  found: string;
  advice: string;
}

/**
 * What is left of servers that did not end in order, or of other versions. Changes nothing.
 * @param major version of the clusters that this program runs.
 */
export function embeddedLeftovers(dataFolder: string, major = '18'): Leftover[] {
  const own = resolve(dataFolder, 'postgres');
  const location = join(own, 'location.txt');
  const folder = existsSync(location) ? readFileSync(location, 'utf8').trim() : own;
  if (!existsSync(folder))
    return [
      {
        found: `location.txt 所指的 ${folder} 已不存在`,
        advice: '数据库不在了：从备份恢复（mingjing restore），或删去 location.txt 从空库开始',
      },
    ];
  const left: Leftover[] = [];
  for (const name of readdirSync(folder).sort()) {
    const version = /^cluster-(\d+)$/.exec(name)?.[1];
    if (version !== undefined && version !== major)
      left.push({
        found: `${join(folder, name)} 属于 PostgreSQL ${version}，本程序不读`,
        advice: '用写它的那一版明镜运行 backup，再用本版 restore；确认无用后可删除',
      });
    if (name.endsWith('.draft') && !lives(holderOf(join(folder, 'lock'))))
      left.push({ found: `${join(folder, name)} 是没有做完的初始化`, advice: '不必处理：下次启动时重做' });
  }
  const server = holderOf(join(folder, `cluster-${major}`, 'postmaster.pid'));
  if (server > 0 && !lives(server))
    left.push({
      found: `上次没有正常停下（进程 ${server} 已不在）`,
      advice: '不必处理：下次启动时自动恢复；若常有，请在关机前先停下明镜',
    });
  return left;
}

const lives = (pid: number) => pid > 0 && isAlive(pid);

/** Number of the process that a note names; 0 where there is none. */
function holderOf(note: string): number {
  try {
    return Number(readFileSync(note, 'utf8').split('\n')[0]) || 0;
  } catch {
    return 0;
  }
}
