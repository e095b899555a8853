import { MissingResource } from '#kernel';

/** The database cannot be reached, or a connection to it broke: it may be there again in a moment. */
export class DatabaseAway extends MissingResource {}

/** What keeps the database from answering at all, whatever it is asked: by SQLSTATE (class 08, 53, 57, 58) or by code of the system. */
const meanings: [RegExp, string, string][] = [
  [/^53100$/, '磁盘已满，写不进去', '腾出空间后再运行；已写入的都在，会接着做'],
  [/^58030$/, '磁盘读写出错', '检查磁盘后再运行；已写入的都在，会接着做'],
  [/^53300$/, '连接数已到上限', '稍后再运行，或调大 max_connections'],
  [/^25006$/, '只能读取，不能写入', '可写的数据库（不是备库）'],
];
const awayCode =
  /^(08...|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the driver says of a broken connection without a code. */
const awayWords =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Query read timeout|not queryable|runner already released|Driver not Connected/i;

/** What a fault of the database itself means to a person: one line; null for every other error. */
export function databaseFault(error: unknown): MissingResource | null {
  const codes = codesOf(error);
  for (const [pattern, what, accepted] of meanings)
    if (codes.some((code) => pattern.test(code))) return new MissingResource([{ where: '数据库', what, accepted }]);
  const isAway = codes.some((code) => awayCode.test(code)) || (error instanceof Error && awayWords.test(error.message));
  if (!isAway) return null;
  const accepted = '数据库恢复后再运行；已写入的都在，会接着做';
  return new DatabaseAway([{ where: '数据库', what: '连接中断或无法连接', accepted }]);
}

/** The codes of an error and of those that it wraps. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 4; depth += 1) {
    const { code, driverError, errors } = at as { code?: unknown; driverError?: unknown; errors?: unknown[] };
    if (typeof code === 'string') codes.push(code);
    at = driverError ?? errors?.[0] ?? at.cause;
  }
  return codes;
}
