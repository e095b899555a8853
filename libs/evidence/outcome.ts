/** What became of a request. A closed set: only `ok` yields facts; every other says what it means and what to do. */
export const fetchOutcomes = {
  ok: { title: '正常', meaning: '页面已取得。', action: '无需处理。', excuses: false },
  notModified: {
    title: '未变化',
    meaning: '与上次取证相比没有变化，沿用上次快照。',
    action: '无需处理。',
    excuses: true,
  },
  notFound: { title: '页面不存在', meaning: '服务器答复 404。', action: '请修复或撤下指向它的链接。', excuses: false },
  gone: { title: '页面已删除', meaning: '服务器答复 410。', action: '请撤下指向它的链接。', excuses: false },
  forbidden: {
    title: '拒绝访问',
    meaning: '服务器答复 401 或 403。',
    action: '请确认该页面应当公开，并允许采集标识访问。',
    excuses: true,
  },
  challenged: {
    title: '遇到访问验证',
    meaning: '网站要求人机验证，系统只记录、不绕过。',
    action: '请网站管理单位将采集标识列入白名单。',
    excuses: true,
  },
  rateLimited: {
    title: '访问受限',
    meaning: '网站要求放慢访问（429）。',
    action: '系统会按要求放慢后再试。',
    excuses: true,
  },
  serverError: {
    title: '服务器出错',
    meaning: '服务器答复 5xx。',
    action: '请网站管理单位检查服务器。',
    excuses: true,
  },
  timeout: {
    title: '超时',
    meaning: '在限定时间内没有取得完整页面。',
    action: '请检查网站响应速度；系统会择时再试。',
    excuses: true,
  },
  dns: { title: '域名无法解析', meaning: '域名查不到地址。', action: '请核对网址，检查域名解析。', excuses: true },
  refused: { title: '连接失败', meaning: '服务器拒绝或中断了连接。', action: '请检查网站是否在运行。', excuses: true },
  tls: { title: '证书有误', meaning: '安全证书无效、过期或与域名不符。', action: '请更换证书。', excuses: true },
  redirectLoop: {
    title: '循环跳转',
    meaning: '页面之间来回跳转，打不开。',
    action: '请修正跳转设置。',
    excuses: false,
  },
  tooLarge: {
    title: '页面过大',
    meaning: '内容超过采集上限，没有读完。',
    action: '请检查该地址是否应为网页。',
    excuses: true,
  },
  notHtml: {
    title: '不是网页',
    meaning: '内容不是网页，也不是可读的数据。',
    action: '如为附件可忽略。',
    excuses: true,
  },
  softNotFound: {
    title: '页面名存实亡',
    meaning: '服务器答复正常，内容却是“页面不存在”或首页。',
    action: '请修复或撤下指向它的链接。',
    excuses: false,
  },
  blockedByRobots: {
    title: '网站声明不许采集',
    meaning: 'robots.txt 不允许访问该地址。',
    action: '请网站管理单位允许采集标识访问政务公开栏目。',
    excuses: true,
  },
  blockedByPolicy: {
    title: '按规定不访问',
    meaning: '地址在内网或不在允许范围，系统不访问。',
    action: '如确需采集，请管理员设置允许的网段。',
    excuses: true,
  },
} as const satisfies Record<string, { title: string; meaning: string; action: string; excuses: boolean }>;

export type FetchOutcome = keyof typeof fetchOutcomes;

/** Outcomes of a site that does not open; of all others but `ok` who asked, not the site, may be the cause. */
export const unopened: ReadonlySet<FetchOutcome> = new Set(['timeout', 'refused', 'dns', 'serverError'] as const);

/** True when the world did not let us look, so that nothing may be concluded against the unit. */
export function excuses(outcome: FetchOutcome): boolean {
  return fetchOutcomes[outcome].excuses;
}
