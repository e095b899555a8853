import { z } from 'zod';
import { BadSettings } from './errors.js';
import { parseOpenHours } from './open-hours.js';

const flag = z.enum(['', '0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');

const wholeNumber = (from: number, to: number) =>
  z.string().regex(/^\d+$/, '应为整数').transform(Number).pipe(z.number().int().min(from).max(to));

/**
 * One row a setting: its name in the environment, how it is checked, its default, and what it is for. What is `secret` is told nowhere,
 * not even where it is wrong.
 */
const table = {
  DATABASE_URL: {
    schema: z.string().regex(/^postgres(ql)?:\/\/.+/, '应为 postgres:// 开头的地址'),
    initial: undefined,
    about: '外部 PostgreSQL 的地址；不填则用内置数据库',
  },
  PORT: { schema: wholeNumber(0, 65535), initial: '3000', about: '网页服务的端口' },
  HOST: { schema: z.string().min(1), initial: '127.0.0.1', about: '网页服务监听的地址；默认只限本机' },
  MINGJING_SESSION_MINUTES: {
    schema: wholeNumber(5, 480),
    initial: '30',
    about: '登录后多少分钟没有操作须重新登录（最长 12 小时，不论有无操作）',
  },
  MINGJING_TRUSTED_PROXIES: {
    schema: z.string().regex(/^[\da-fA-F.:/, ]*$/, '应为网段（CIDR），逗号分隔'),
    initial: '',
    about: '网页服务前反向代理的地址或网段（逗号分隔），其所报的来访地址和 https 才可信；默认一个也不信',
  },
  MINGJING_UPLOAD_MB: {
    schema: wholeNumber(1, 200),
    initial: '20',
    about: '单位上传的一个文件最大多少 MB',
  },
  MINGJING_UPLOADS_PER_UNIT: {
    schema: wholeNumber(1, 100_000),
    initial: '2000',
    about: '一个单位最多保存多少个上传的文件',
  },
  MINGJING_SECRET_FILE: {
    schema: z.string().min(1),
    initial: undefined,
    about: '封存两步验证密钥的密钥文件；默认为数据目录中的 secret.key，首次启动时新建；多台网页服务须用同一个',
  },
  MINGJING_PASSWORD_DAYS: {
    schema: wholeNumber(0, 3650),
    initial: '90',
    about: '口令用满多少天须更换；0 为不限',
  },
  MINGJING_DATA: { schema: z.string().min(1), initial: './data', about: '数据目录：取证快照、内置数据库、导出文件' },
  MINGJING_BLOBS: {
    schema: z.string().regex(/^(s3:\/\/[a-z0-9][\w.-]*[a-z0-9](\/[\w.-]+)*\/?)?$/, '应为 s3://存储桶/前缀'),
    initial: '',
    about: '取证快照存放处：s3://存储桶/前缀；默认在数据目录的 blobs 中',
  },
  MINGJING_S3_ENDPOINT: {
    schema: z.string().regex(/^https?:\/\/[^/?#@]+\/?$/, '应为 https://主机[:端口]'),
    initial: undefined,
    about: '对象存储（S3 兼容）服务的地址',
  },
  MINGJING_S3_REGION: { schema: z.string().regex(/^[\w-]+$/), initial: 'us-east-1', about: '对象存储的地域' },
  MINGJING_S3_KEY: { schema: z.string().min(1), initial: undefined, about: '对象存储的访问密钥编号（Access Key ID）' },
  MINGJING_S3_SECRET: {
    schema: z.string().min(1),
    initial: undefined,
    about: '对象存储的访问密钥（Secret Access Key）',
    secret: true,
  },
  MINGJING_S3_STYLE: {
    schema: z.enum(['path', 'host']),
    initial: 'path',
    about: '存储桶写在路径里（path）还是主机名里（host，如阿里云 OSS）',
  },
  MINGJING_ALLOW_NETWORKS: {
    schema: z.string(),
    initial: '',
    about: '允许采集的内网网段（CIDR，逗号分隔）；默认一个也不允许',
  },
  MINGJING_ADDRESS: {
    schema: z.string().regex(/^https?:\/\/[^/?#@\s]+\/?$/, '应为 https://主机[:端口]'),
    initial: undefined,
    about: '人们打开本系统的网址，写入发到群里的通知，也是统一身份认证回来的地址；不填则通知不带链接',
  },
  MINGJING_OIDC_ISSUER: {
    schema: z.string().regex(/^https?:\/\/[^?#@\s]+$/, '应为 https://主机[:端口][/路径]'),
    initial: undefined,
    about: '统一身份认证（OpenID Connect）的签发者地址；不填则只用本系统的账号口令登录',
  },
  MINGJING_OIDC_CLIENT_ID: {
    schema: z.string().regex(/^[\x21-\x7e]{1,200}$/, '应为认证服务给出的客户端编号'),
    initial: undefined,
    about: '本系统在统一身份认证中的客户端编号（client_id）',
  },
  MINGJING_OIDC_CLIENT_SECRET: {
    schema: z.string().min(1),
    initial: undefined,
    about: '本系统在统一身份认证中的客户端密钥（client_secret）',
    secret: true,
  },
  MINGJING_SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\/([^/?#@\s]+@)?[^/?#@\s:]+(:\d{1,5})?\/?$/, '应为 smtp(s)://[账号@]主机[:端口]'),
    initial: undefined,
    about:
      '发邮件用的服务器：smtps://账号@主机[:465]，或 smtp://账号@主机[:587]（STARTTLS）；账号中的 @ 写作 %40；不填则不发邮件',
    secret: true,
  },
  MINGJING_SMTP_PASSWORD: {
    schema: z.string().min(1),
    initial: undefined,
    about: '邮件服务器账号的口令或授权码',
    secret: true,
  },
  MINGJING_SMTP_FROM: {
    schema: z.string().regex(/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/, '应为一个邮箱地址'),
    initial: undefined,
    about: '邮件的发件地址；填了 MINGJING_SMTP_URL 的须填',
  },
  MINGJING_SMTP_PLAIN: {
    schema: flag,
    initial: '',
    about: '设为 1 则邮件服务器不支持加密时也发（只用于本机或内网的邮件服务器）',
  },
  MINGJING_MAIL_HOUR: {
    schema: wholeNumber(0, 23),
    initial: '9',
    about: '工作日几点以后发邮件（北京时间）',
  },
  MINGJING_REMIND_WEEKDAY: {
    schema: wholeNumber(1, 7),
    initial: '1',
    about: '每周从星期几起发工作提示（1 至 7；逢节假日顺延到下一个工作日）',
  },
  MINGJING_CONTACT: { schema: z.string(), initial: '', about: '写入采集标识（User-Agent）的联系方式' },
  MINGJING_INTERVAL_MS: {
    schema: wholeNumber(0, 600_000),
    initial: '500',
    about: '同一主机两次请求的最小间隔（毫秒）',
  },
  MINGJING_CRAWL_HOURS: {
    schema: z.string().refine((text) => parseOpenHours(text) !== null, '应为 时:分-时:分'),
    initial: '',
    about: '只在这些时段采集（北京时间，如 22:00-06:00，可跨零点，多段以逗号分隔）；默认不限',
  },
  MINGJING_ADDRESSES: {
    schema: z.string(),
    initial: '',
    about: '采集所用的出口地址（逗号分隔），写入给网站管理单位的函；不填则不写',
  },
  MINGJING_CONCURRENCY: { schema: wholeNumber(1, 64), initial: '4', about: '同时采集的网站数' },
  MINGJING_PAGES_PER_SITE: {
    schema: wholeNumber(1, 1_000_000),
    initial: '5000',
    about: '每个网站每轮最多采集的页面数',
  },
  MINGJING_REVISIT_DAYS: {
    schema: wholeNumber(1, 365),
    initial: '14',
    about: '没有变化迹象的页面，至迟每隔多少天重新访问一次（每天轮流一部分）',
  },
  MINGJING_FULL_EVERY_DAYS: {
    schema: wholeNumber(1, 3650),
    initial: '30',
    about: '每隔多少天有一轮把每页都重新访问',
  },
  MINGJING_NO_BROWSER: { schema: flag, initial: '', about: '设为 1 则从不启动浏览器渲染页面' },
  MINGJING_OWN_WORK: {
    schema: flag,
    initial: '1',
    about: '没有任务进程在运行时，由网页服务自己采集和评分；设为 0 则只由任务进程做',
  },
  MINGJING_SCREENSHOTS: { schema: flag, initial: '1', about: '设为 0 则不留存浏览器渲染页面的截图' },
  CHROMIUM_PATH: { schema: z.string().min(1), initial: undefined, about: '浏览器程序的路径；不填则自动寻找' },
  MINGJING_NO_UPGRADE_BACKUP: {
    schema: flag,
    initial: '',
    about: '设为 1 则升级数据库前不备份（默认备份到数据目录的 backups/）',
  },
  MINGJING_LOG: {
    schema: z.enum(['text', 'json']),
    initial: 'text',
    about: '日志的形式：text 为文字；json 为每行一个 JSON，供日志系统收取',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    initial: undefined,
    about: '日志的详细程度；不填则文字日志为 warn，JSON 日志为 info',
  },
} as const satisfies Record<string, { schema: z.ZodType; initial: string | undefined; about: string; secret?: true }>;

type Table = typeof table;
export type SettingName = keyof Table;

/** The settings after checking; the ones without a default may be absent. */
export type Settings = {
  readonly [Name in SettingName]: Table[Name]['initial'] extends string
    ? z.output<Table[Name]['schema']>
    : z.output<Table[Name]['schema']> | undefined;
};

/** Set together or not at all. */
const providerSettings = [
  'MINGJING_OIDC_ISSUER',
  'MINGJING_OIDC_CLIENT_ID',
  'MINGJING_OIDC_CLIENT_SECRET',
] as const satisfies SettingName[];

/**
 * Checks the whole table at once; every wrong setting is named, not only the first.
 * @throws BadSettings
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const faults: { where: string; what: string; accepted: string }[] = [];
  const settings: Record<string, unknown> = {};
  const rows: [string, { schema: z.ZodType; initial: string | undefined; about: string; secret?: true }][] =
    Object.entries(table);
  for (const [name, row] of rows) {
    const raw = environment[name]?.trim() || row.initial;
    if (raw === undefined) continue;
    const parsed = row.schema.safeParse(raw);
    if (parsed.success) settings[name] = parsed.data;
    else
      faults.push({
        where: `设置 ${name}`,
        what: `${row.secret ? '' : `“${raw}”`}不可用（${parsed.error.issues[0]?.message ?? ''}）`,
        accepted: row.about,
      });
  }
  const lacking = (...names: SettingName[]) =>
    names
      .filter((name) => settings[name] === undefined)
      .map((name) => ({ where: `设置 ${name}`, what: '没有填写', accepted: table[name].about }));
  if (faults.length === 0) {
    if (settings.MINGJING_SMTP_URL !== undefined) faults.push(...lacking('MINGJING_SMTP_FROM'));
    if (providerSettings.some((name) => settings[name] !== undefined))
      faults.push(...lacking(...providerSettings, 'MINGJING_ADDRESS'));
  }
  if (faults.length > 0) throw new BadSettings(faults);
  return settings as Settings;
}

/** The table as `doctor` prints it. */
export function describeSettings(): { name: string; initial: string | null; about: string; secret: boolean }[] {
  return Object.entries(table).map(([name, row]) => ({
    ...{ name, initial: row.initial ?? null, about: row.about, secret: 'secret' in row },
  }));
}
