import { diffDays, type LocalDate } from '#calendar';
import type { EndingCertificate, FailedSite, OpenRound, QueueDepth } from '#database';
import type { LastBackup } from '../backup/last-backup.js';
import { certificateWords } from '../certificates.js';
import { amiss, broken, fine, spanOf, type MachineCheck } from './check.js';

/** What the doctor says of what it saw: pure, so that every case can be shown. */

export function judgeDisk(folder: string, free: number, total: number): MachineCheck {
  const found = `${folder} 可用 ${(free / 1e9).toFixed(1)} GB（共 ${(total / 1e9).toFixed(0)} GB）`;
  const advice = '清理磁盘，或运行 mingjing retention 清理不再需要的快照；也可换更大的 MINGJING_DATA';
  if (free < 1e9) return broken('磁盘', found, `空间将尽，至少留出 1 GB：${advice}`);
  // Of a large disk a tenth is much.
  if (free < 5e9 || (free / total < 0.05 && free < 50e9)) return amiss('磁盘', found, advice);
  return fine('磁盘', found);
}

/**
 * @param machine milliseconds since 1970 by this machine, as `database` by the database.
 * @param newest when something was last written down; null on an empty database.
 */
export function judgeClock(machine: number, database: number, newest: number | null): MachineCheck {
  const advice = '校准本机时钟（如启用 chrony 或 systemd-timesyncd）；时钟不准则时限判定和取证时间都不可信';
  const off = (machine - database) / 1000;
  if (Math.abs(off) > 60) return amiss('时钟', `本机比数据库${off > 0 ? '快' : '慢'} ${spanOf(Math.abs(off))}`, advice);
  if (newest !== null && newest - machine > 60_000)
    return amiss('时钟', `比已有记录的最近时间早 ${spanOf((newest - machine) / 1000)}`, advice);
  return fine('时钟', new Date(machine).toISOString());
}

const stuckMinutes = 60;
const resumeHours = 48;

export function judgeRounds(rounds: readonly OpenRound[]): MachineCheck {
  const stuck = rounds.filter(({ quietMinutes }) => quietMinutes > stuckMinutes);
  if (stuck.length === 0) return fine('轮次', rounds.length === 0 ? '没有进行中的轮次' : `${rounds.length} 个进行中`);
  const words = stuck
    .slice(0, 3)
    .map(
      ({ startedAt, quietMinutes, done, running, waiting, failed }) =>
        `${startedAt} 开始的一轮已 ${spanOf(quietMinutes * 60)}没有进展（完成 ${done}，进行 ${running}，等待 ${waiting}，失败 ${failed}）`,
    );
  const old = stuck.every(({ quietMinutes }) => quietMinutes > resumeHours * 60);
  const advice = old
    ? `超过 ${resumeHours} 小时的不再接续，下次 crawl 会新开一轮，不必处理`
    : '若不是在等采集时段：再运行一次 crawl（或启动任务进程）即从断点接续';
  return amiss('轮次', words.join('；'), advice);
}

export function judgeFailedSites({ total, sites }: { total: number; sites: FailedSite[] }): MachineCheck {
  if (total === 0) return fine('失败的网站', '最近一轮没有');
  const words = sites.map(({ url, units, note }) => `${units.join('、') || url}${note ? `（${oneLine(note)}）` : ''}`);
  return amiss(
    '失败的网站',
    `最近一轮 ${total} 个：${words.join('；')}${total > sites.length ? ' 等' : ''}`,
    '这是本程序的差错，不会据此扣分；再运行一次 crawl 重试，仍失败请把这一行反馈给开发者',
  );
}

export function judgeHosts({
  total,
  hosts,
}: {
  total: number;
  hosts: { host: string; trouble: string | null }[];
}): MachineCheck {
  if (total === 0) return fine('停访的主机', '没有');
  const words = hosts.map(({ host, trouble }) => `${host}${trouble ? `（${trouble}）` : ''}`);
  return amiss(
    '停访的主机',
    `${total} 个：${words.join('、')}${total > hosts.length ? ' 等' : ''}`,
    '用 mingjing host notice 生成致网站管理方的函；对方放行后用 mingjing host resume 恢复',
  );
}

export function judgeCertificates(
  { total, sites }: { total: number; sites: EndingCertificate[] },
  now: number,
): MachineCheck {
  if (total === 0) return fine('网站证书', '没有快到期或有误的');
  const words = sites.map(({ unit, ...certificate }) => `${unit}${certificateWords(certificate, now)}`);
  return amiss(
    '网站证书',
    `${total} 个：${words.join('；')}${total > sites.length ? ' 等' : ''}`,
    '请转告网站管理单位更换证书；过期后浏览器会拦住访问者。全部见 mingjing probe list',
  );
}

export function judgeQueue(queue: readonly QueueDepth[]): MachineCheck {
  const waiting = queue.reduce((sum, kind) => sum + kind.waiting, 0);
  const active = queue.reduce((sum, kind) => sum + kind.active, 0);
  const givenUp = queue.reduce((sum, kind) => sum + kind.givenUp, 0);
  const oldest = Math.max(0, ...queue.map((kind) => kind.oldestSeconds));
  const found = `等待 ${waiting}，进行 ${active}${givenUp > 0 ? `，放弃 ${givenUp}` : ''}`;
  if (oldest > 120 && active === 0)
    return amiss('任务队列', `${found}，最早的已等 ${spanOf(oldest)}`, '没有任务进程在取任务：运行 npm run worker');
  if (givenUp > 0) return amiss('任务队列', found, '有任务多次失败后被放弃：查看任务进程的日志，排除原因后重新下达');
  return fine('任务队列', found);
}

export function judgeBackup(
  last: LastBackup | null,
  now: number,
  state: { hasData: boolean; placeThere: boolean },
): MachineCheck {
  const advice = '运行 mingjing backup --out 目录（最好在另一块磁盘上），并排为每天一次';
  if (last === null) return state.hasData ? amiss('备份', '从未备份', advice) : fine('备份', '还没有数据');
  const age = (now - Date.parse(last.takenAt)) / 1000;
  const found = `${spanOf(age)}前，${last.place}`;
  if (!state.placeThere) return amiss('备份', `${found}，但那里已没有这份备份`, advice);
  if (last.missing > 0)
    return amiss('备份', `${found}，当时已缺 ${last.missing} 个快照`, '核对 MINGJING_DATA 下的 blobs 是否完整');
  return age > 36 * 3600 ? amiss('备份', found, advice) : fine('备份', found);
}

/** @param to last day that the working days are known of. */
export function judgeCalendar(today: LocalDate, to: LocalDate): MachineCheck {
  const left = diffDays(today, to);
  const advice = '升级明镜以取得国务院办公厅新一年的放假安排';
  if (left < 0) return amiss('工作日历', `只到 ${to}`, `之后的时限一律记为“无法测量”：${advice}`);
  if (left < 45) return amiss('工作日历', `只到 ${to}，还有 ${left} 天`, advice);
  return fine('工作日历', `到 ${to}`);
}

/** @param fonts families that hold Chinese; null where the system does not tell. */
export function judgeFonts(fonts: readonly string[] | null): MachineCheck {
  if (fonts === null) return fine('中文字体', '系统没有 fc-list，未核对');
  if (fonts.length === 0)
    return amiss('中文字体', '没有', '通报的 PDF 和页面截图会缺字：安装 fonts-noto-cjk 或其他中文字体');
  return fine('中文字体', `${fonts.slice(0, 2).join('、')}${fonts.length > 2 ? ` 等 ${fonts.length} 种` : ''}`);
}

const oneLine = (text: string) => text.split('\n')[0]?.slice(0, 120) ?? '';
