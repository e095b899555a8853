import { statfs } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findBrowser } from '#crawlers';
import { openDatabase, RetentionStore } from '#database';
import type { Settings } from '#kernel';
import { openBlobs } from './open-blobs.js';

export interface MachineCheck {
  what: string;
  good: boolean;
  /** Whether the program cannot work without it. */
  needed: boolean;
  found: string;
  advice: string;
}

/** Looks at everything the program needs of a machine; changes nothing that was not there. */
export async function examineMachine(settings: Settings): Promise<MachineCheck[]> {
  return [node(), await disk(settings), ...(await database(settings)), ...(await bucket(settings)), browser(settings)];
}

function node(): MachineCheck {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return {
    what: 'Node',
    good: major > 20 || (major === 20 && minor >= 19),
    needed: true,
    found: process.versions.node,
    advice: '请安装 Node 20.19 或更高版本',
  };
}

async function disk(settings: Settings): Promise<MachineCheck> {
  const folder = resolve(settings.MINGJING_DATA);
  const { bavail, bsize } = await statfs(nearestExisting(folder));
  const gigabytes = (bavail * bsize) / 1e9;
  return {
    what: '磁盘',
    good: gigabytes >= 1,
    needed: true,
    found: `${folder} 可用 ${gigabytes.toFixed(1)} GB`,
    advice: '请至少留出 1 GB',
  };
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

async function database(settings: Settings): Promise<MachineCheck[]> {
  const what = settings.DATABASE_URL ? '数据库（DATABASE_URL）' : '内置数据库';
  try {
    const open = await openDatabase({ ...settings, MINGJING_DATA: resolve(settings.MINGJING_DATA) });
    const [row] = await open.dataSource.query<{ version: string }[]>('select version()');
    const duplication = await new RetentionStore(open.dataSource).duplication();
    await open.close();
    const found = row?.version.split(' ').slice(0, 2).join(' ') ?? '';
    return [{ what, good: true, needed: true, found, advice: '' }, evidence(duplication)];
  } catch (error) {
    return [
      {
        what,
        good: false,
        needed: true,
        found: (error as Error).message,
        advice: '请检查 DATABASE_URL，或留空以使用内置数据库',
      },
    ];
  }
}

function evidence({ captures, bytes, blobs, kept }: Awaited<ReturnType<RetentionStore['duplication']>>): MachineCheck {
  const gigabytes = (count: number): string => `${(count / 1e9).toFixed(2)} GB`;
  const found = `${captures} 个页面共 ${gigabytes(bytes)}，相同的只存一份：${blobs} 个文件，${gigabytes(kept)}`;
  return { what: '取证快照', good: true, needed: false, found, advice: '' };
}

/** Only where evidence lies in a bucket: whether it can be asked. */
async function bucket(settings: Settings): Promise<MachineCheck[]> {
  if (settings.MINGJING_BLOBS === '') return [];
  const check = { what: '取证快照库', needed: true, advice: '请核对 MINGJING_BLOBS 和 MINGJING_S3_ 各项设置' };
  try {
    const { blobs, close } = openBlobs(settings, settings.MINGJING_DATA);
    await blobs.has('0'.repeat(64)).finally(close);
    return [{ ...check, good: true, found: settings.MINGJING_BLOBS }];
  } catch (error) {
    return [{ ...check, good: false, found: (error as Error).message }];
  }
}

function browser(settings: Settings): MachineCheck {
  const path = settings.MINGJING_NO_BROWSER ? null : findBrowser(settings);
  return {
    what: '浏览器',
    good: path !== null,
    needed: false,
    found: path ?? (settings.MINGJING_NO_BROWSER ? '按设置不使用' : '没有找到'),
    advice: '需要浏览器才能显示的网站将标为“未能渲染”；可安装 chromium，或用 CHROMIUM_PATH 指定',
  };
}
