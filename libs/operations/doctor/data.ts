import { existsSync } from 'node:fs';
import { connect, openServer, RetentionStore, RunningStore } from '#database';
import type { Settings } from '#kernel';
import { certificateSoonDays } from '../certificates.js';
import { lastBackup } from '../backup/last-backup.js';
import { amiss, broken, fine, type MachineCheck } from './check.js';
import {
  judgeBackup,
  judgeCertificates,
  judgeClock,
  judgeFailedSites,
  judgeHosts,
  judgeQueue,
  judgeRounds,
} from './judge.js';

const named = 5;

/** What the database tells. It is opened as it is: looking migrates nothing. */
export async function examineData(settings: Settings, folder: string, now: () => Date): Promise<MachineCheck[]> {
  const what = settings.DATABASE_URL ? '数据库（DATABASE_URL）' : '内置数据库';
  try {
    const server = await openServer({ ...settings, MINGJING_DATA: folder });
    try {
      const dataSource = await connect(server.url);
      try {
        const [row] = await dataSource.query<{ version: string; number: number }[]>(
          `select version(), current_setting('server_version_num')::int as number`,
        );
        const version = row?.version.split(' ').slice(0, 2).join(' ') ?? '';
        if ((row?.number ?? 0) < 130_000) return [broken(what, version, '请使用 PostgreSQL 13 或更新版本')];
        const running = new RunningStore(dataSource);
        const { pending, newer } = await running.schema();
        if (newer.length > 0)
          return [
            broken(
              what,
              `${version}，已由较新版本的明镜升级（${newer.at(-1)}）`,
              '请升级本机程序，或用升级前的备份恢复',
            ),
          ];
        const open = fine(what, `${version}${server.adopted ? '（沿用仍在运行的）' : ''}`);
        if (pending.length > 0) return [open, await upgradeToCome(pending, dataSource)];
        const newest = await running.newest();
        const soon = new Date(now().getTime() + certificateSoonDays * 86_400_000).toISOString();
        return [
          open,
          judgeClock(now().getTime(), await running.clock(), newest),
          kept(await new RetentionStore(dataSource).duplication()),
          judgeRounds(await running.openRounds()),
          judgeFailedSites(await running.failedSites(named)),
          judgeHosts(await running.hostsGivenUp(named)),
          judgeCertificates(await running.certificatesEnding(soon, named), now().getTime()),
          judgeQueue(await running.queue()),
          await backup(folder, now().getTime(), newest !== null),
        ];
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await server.close();
    }
  } catch (error) {
    return [broken(what, (error as Error).message.split('\n')[0] ?? '', '请检查 DATABASE_URL，或留空以使用内置数据库')];
  }
}

async function upgradeToCome(
  pending: string[],
  dataSource: { query<T>(statement: string): Promise<T> },
): Promise<MachineCheck> {
  const [row] = await dataSource.query<{ there: boolean }[]>(`select to_regclass('migrations') is not null as there`);
  return row?.there
    ? amiss('数据库升级', `还有 ${pending.length} 步`, '下一条命令会先备份再升级；请先停下旧版本的进程')
    : fine('数据库升级', '空库，首次使用时建表');
}

function kept({ captures, bytes, blobs, kept }: Awaited<ReturnType<RetentionStore['duplication']>>): MachineCheck {
  const gigabytes = (count: number): string => `${(count / 1e9).toFixed(2)} GB`;
  return fine(
    '取证快照',
    `${captures} 个页面共 ${gigabytes(bytes)}，相同的只存一份：${blobs} 个文件，${gigabytes(kept)}`,
  );
}

async function backup(folder: string, now: number, hasData: boolean): Promise<MachineCheck> {
  const last = await lastBackup(folder);
  return judgeBackup(last, now, { hasData, placeThere: last !== null && existsSync(last.place) });
}
