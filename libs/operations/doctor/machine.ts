import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { localDateOf } from '#calendar';
import { findBrowser } from '#crawlers';
import { embeddedLeftovers } from '#database';
import { BadSettings, type Settings } from '#kernel';
import { openProvider } from '../access/provider.js';
import { whyOf } from '../access/provider-sign-in.js';
import { dayOf } from '../clock.js';
import { isWritable, nearestExisting, proveStore } from '../health.js';
import { openBlobs } from '../open-blobs.js';
import { workdays } from '../workdays.js';
import { amiss, broken, fine, type MachineCheck } from './check.js';
import { judgeCalendar, judgeDisk, judgeFonts } from './judge.js';

/** @param folder the data folder as an absolute path; it need not be there. */
export async function examineHost(settings: Settings, folder: string, now: Date): Promise<MachineCheck[]> {
  return [
    node(),
    zone(),
    calendar(now),
    await disk(folder),
    rights(folder),
    ...leftovers(settings, folder),
    await evidence(settings, folder),
    ...(await singleSignOn(settings)),
    browser(settings),
    judgeFonts(chineseFonts()),
  ];
}

function node(): MachineCheck {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const found = process.versions.node;
  return major > 20 || (major === 20 && minor >= 19)
    ? fine('Node', found)
    : broken('Node', found, '请安装 Node 20.19 或更高版本');
}

/** The program reckons in Beijing time wherever it runs, if only Node brought its tables of zones. */
function zone(): MachineCheck {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const eight = localDateOf('2026-01-01T16:00:00Z') === '2026-01-02';
  return eight
    ? fine('时区', `本机 ${own}；日期一律按北京时间计算`)
    : broken('时区', `本机 ${own}，算不出北京时间`, '请安装带完整 ICU 数据的 Node');
}

function calendar(now: Date): MachineCheck {
  return judgeCalendar(dayOf(now), workdays.covers.to);
}

async function disk(folder: string): Promise<MachineCheck> {
  const { bavail, blocks, bsize } = await statfs(nearestExisting(folder));
  return judgeDisk(folder, bavail * bsize, blocks * bsize);
}

function rights(folder: string): MachineCheck {
  const closed = [folder, join(folder, 'blobs'), join(folder, 'backups')].find((path) => !isWritable(path));
  return closed === undefined
    ? fine('目录权限', `${folder} 可读写`)
    : broken('目录权限', `${closed} 不可读写`, '用 chown 或 chmod 交给当前账户，或另设 MINGJING_DATA');
}

function leftovers(settings: Settings, folder: string): MachineCheck[] {
  if (settings.DATABASE_URL || !existsSync(join(folder, 'postgres'))) return [];
  const found = embeddedLeftovers(folder);
  if (found.length === 0) return [fine('内置数据库的遗留', '没有')];
  return found.map(({ found, advice }) => amiss('内置数据库的遗留', found, advice));
}

/** Only where it is set: whether what it says of itself can be had. */
async function singleSignOn(settings: Settings): Promise<MachineCheck[]> {
  const what = '统一身份认证';
  try {
    const provider = openProvider(settings);
    if (provider === null) return [];
    await provider.begin();
    return [fine(what, `${provider.issuer} 有答复；须在其中登记回调地址 ${provider.comesBack}`)];
  } catch (error) {
    if (error instanceof BadSettings) return [broken(what, error.faults[0]!.what, error.faults[0]!.accepted ?? '')];
    return [amiss(what, whyOf(error), '请核对 MINGJING_OIDC_ISSUER 和网络；账号口令登录不受影响')];
  }
}

/** Only where there is a store already, or it lies in a bucket. */
async function evidence(settings: Settings, folder: string): Promise<MachineCheck> {
  const place = settings.MINGJING_BLOBS || join(folder, 'blobs');
  if (settings.MINGJING_BLOBS === '' && !existsSync(place)) return fine('取证快照库', `${place} 尚未建立`);
  try {
    const { blobs, close } = openBlobs(settings, folder);
    await proveStore(blobs).finally(close);
    return fine('取证快照库', `${place} 可读写`);
  } catch (error) {
    return broken(
      '取证快照库',
      (error as Error).message,
      '请核对 MINGJING_DATA、MINGJING_BLOBS 和 MINGJING_S3_ 各项设置',
    );
  }
}

function browser(settings: Settings): MachineCheck {
  const path = settings.MINGJING_NO_BROWSER ? null : findBrowser(settings);
  if (path !== null) return fine('浏览器', path);
  return amiss(
    '浏览器',
    settings.MINGJING_NO_BROWSER ? '按设置不使用' : '没有找到',
    '需要浏览器才能显示的网站将标为“未能渲染”；可安装 chromium，或用 CHROMIUM_PATH 指定',
  );
}

/** What fontconfig says; systems without it bring Chinese fonts themselves or do not tell. */
function chineseFonts(): string[] | null {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8', timeout: 10_000 });
  if (status !== 0) return null;
  return [...new Set(stdout.split('\n').flatMap((line) => line.split(',')[0]?.trim() || []))].sort();
}
