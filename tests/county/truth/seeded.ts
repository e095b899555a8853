import type { StandardKey } from '../model.js';
import type { ColumnStatus, Timeliness } from './model.js';

/**
 * The seeded cases, written down by hand: what must be found, and what must not. Whatever the data modules are turned into, the derived
 * truth has to agree with these lists, line by line. Names are `<unit>/<entry>`; their stories stand beside them in the data.
 */

export interface SeededDocument {
  id: string;
  workdaysTaken: number | null;
  timeliness: Timeliness;
  needsReview?: true;
  why: string;
}

/** Every late document, and those that only look late. */
export const seededDocuments: SeededDocument[] = [
  { id: 'portal/p12', workdaysTaken: 47, timeliness: 'late', why: '明显超期' },
  {
    id: 'portal/p14',
    workdaysTaken: 20,
    timeliness: 'onTime',
    why: '跨2025年国庆节、中秋节，计入9月28日、10月11日调休上班，恰为第20个工作日',
  },
  {
    id: 'portal/p15',
    workdaysTaken: 8,
    timeliness: 'onTime',
    why: 'PubDate标签为重新生成页面的2026-05-08，页面所示为2025-11-20',
  },
  { id: 'portal/p18', workdaysTaken: 9, timeliness: 'onTime', why: '落款为汉字日期，跨2026年春节' },
  { id: 'portal/a01', workdaysTaken: null, timeliness: 'notMeasured', why: '2013年文件，2025年迁移上网' },
  { id: 'portal/a02', workdaysTaken: null, timeliness: 'notMeasured', why: '2013年文件，2025年迁移上网' },
  { id: 'portal/a03', workdaysTaken: null, timeliness: 'notMeasured', why: '2013年文件，2025年迁移上网' },
  {
    id: 'development/p05',
    workdaysTaken: 21,
    timeliness: 'late',
    why: '跨2025年国庆节，超期1个工作日；漏计调休上班会误算为19天',
  },
  { id: 'development/p06', workdaysTaken: 23, timeliness: 'late', why: '仅有落款日期，超期3个工作日' },
  {
    id: 'development/p08',
    workdaysTaken: 21,
    timeliness: 'late',
    needsReview: true,
    why: '仅有落款日期，超期1个工作日',
  },
  {
    id: 'development/p09',
    workdaysTaken: 22,
    timeliness: 'late',
    needsReview: true,
    why: '仅有汉字落款日期，超期2个工作日',
  },
  {
    id: 'education/p07',
    workdaysTaken: 20,
    timeliness: 'onTime',
    why: '跨2026年春节，计入2月14日、2月28日调休上班，恰为第20个工作日',
  },
  { id: 'civil/p06', workdaysTaken: 21, timeliness: 'late', why: '跨2026年春节，超期1个工作日' },
  { id: 'civil/p07', workdaysTaken: 20, timeliness: 'onTime', why: '没有节假日，恰为第20个工作日' },
  { id: 'finance/p07', workdaysTaken: null, timeliness: 'notMeasured', why: '页面和列表都没有发布日期' },
  { id: 'finance/p08', workdaysTaken: 41, timeliness: 'late', why: '明显超期' },
  { id: 'health/p05', workdaysTaken: 28, timeliness: 'late', why: '明显超期，单页应用' },
  { id: 'housing/p02', workdaysTaken: 38, timeliness: 'late', why: '明显超期' },
  { id: 'housing/p04', workdaysTaken: 60, timeliness: 'late', why: '明显超期' },
  { id: 'housing/p06', workdaysTaken: 31, timeliness: 'late', why: '明显超期' },
  { id: 'liuxi/p02', workdaysTaken: 46, timeliness: 'late', why: '明显超期' },
  { id: 'liuxi/p04', workdaysTaken: 35, timeliness: 'late', why: '汉字落款日期，明显超期' },
];

/** Every column that is not in order. */
export const seededColumns: [unit: string, key: StandardKey, status: ColumnStatus, newestOn: string | null][] = [
  ['finance', 'rules', 'stale', '2025-03-14'],
  ['resources', 'interaction', 'stale', '2025-05-12'],
  ['health', 'news', 'stale', '2026-05-28'],
  ['housing', 'rules', 'empty', null],
  ['housing', 'statutory', 'stale', '2025-04-22'],
  ['housing', 'notice', 'stale', '2025-11-27'],
  ['housing', 'interaction', 'broken', null],
  ['housing', 'topic', 'missing', null],
  ['liuxi', 'rules', 'stale', '2024-11-06'],
  ['liuxi', 'request', 'missing', null],
  ['liuxi', 'interpretation', 'empty', null],
  ['liuxi', 'interaction', 'broken', null],
  ['liuxi', 'service', 'broken', null],
  ['liuxi', 'news', 'stale', '2026-04-16'],
  ['hewan', 'rules', 'notMeasured', null],
  ['hewan', 'service', 'notMeasured', null],
  ['songling', 'catalogue', 'broken', null],
];

/** Quiet, but in order: 白泉乡 issued nothing and says so in the column. */
export const seededStatement = { unit: 'baiquan', key: 'policy', newestOn: '2026-06-12' } as const;

/** Files without a number. */
export const seededWithoutNumber = ['finance/p04', 'housing/p03', 'housing/p07', 'liuxi/p03', 'liuxi/p04'];

/** Interpretations that lack a link in one direction or both. */
export const seededLinks: [id: string, linksToPolicy: boolean, linkedFromPolicy: boolean][] = [
  ['portal/j20', false, false],
  ['development/j2', true, false],
  ['development/j4', false, true],
  ['civil/j0', false, false],
  ['civil/j1', true, false],
  ['civil/j3', false, false],
  ['civil/j4', false, true],
  ['finance/j2', true, false],
  ['health/j4', true, false],
  ['health/j5', false, true],
  ['housing/j0', true, false],
  ['housing/j1', false, false],
  ['housing/j2', false, false],
  ['housing/j3', true, false],
  ['hewan/j0', true, false],
  ['songling/j2', false, true],
  ['baiquan/j2', false, false],
];

/** Annual reports that are late or lack parts. */
export const seededReports: [unit: string, year: number, timeliness: Timeliness, missingParts: number[]][] = [
  ['finance', 2025, 'late', []],
  ['housing', 2024, 'late', []],
  ['housing', 2025, 'late', [4, 6]],
  ['liuxi', 2024, 'late', []],
  ['liuxi', 2025, 'late', [5, 6]],
  ['baiquan', 2025, 'late', []],
];

/** Items of every catalogue, counted in its tables; 松岭乡 leads to its home page instead. */
export const seededCatalogues: [unit: string, items: number, fields: string[]][] = [
  ['portal', 14, ['重大建设项目', '公共资源交易', '社会救助', '义务教育', '城乡规划']],
  ['development', 6, ['重大建设项目', '公共资源交易']],
  ['education', 3, ['义务教育']],
  ['civil', 5, ['社会救助', '养老服务']],
  ['finance', 4, ['财政预决算', '涉农补贴']],
  ['resources', 4, ['就业', '社会保险']],
  ['health', 2, ['卫生健康']],
  ['housing', 6, ['保障性住房', '农村危房改造', '市政服务']],
  ['qingshi', 7, ['社会救助', '农村危房改造', '涉农补贴']],
  ['liuxi', 5, ['社会救助', '救灾']],
  ['hewan', 5, ['农村集体土地征收', '社会救助']],
  ['baiquan', 5, ['社会救助', '公共文化服务']],
];

/** The 26 pilot fields but for the five that the county government's own catalogue has. */
export const seededLackingFields = [
  '财政预决算',
  '安全生产',
  '税收管理',
  '农村集体土地征收',
  '国有土地上房屋征收与补偿',
  '保障性住房',
  '农村危房改造',
  '生态环境',
  '公共文化服务',
  '公共法律服务',
  '扶贫',
  '救灾',
  '食品药品监管',
  '城市综合执法',
  '就业',
  '社会保险',
  '养老服务',
  '户籍管理',
  '涉农补贴',
  '卫生健康',
  '市政服务',
];

/** Listed or linked, and not to be read. */
export const seededUnread: [unit: string, what: string, why: string][] = [
  ['housing', 'interaction', 'softNotFound'],
  ['housing', 'n4', 'softNotFound'],
  ['liuxi', 'interaction', 'notFound'],
  ['liuxi', 'service', 'hijacked'],
  ['hewan', 'rules', 'timeout'],
  ['hewan', 'service', 'challenged'],
  ['hewan', 'p03', 'redirectLoop'],
  ['songling', 'catalogue', 'softNotFound'],
  ['songling', 'n5', 'softNotFound'],
];

/** Units with more than one account on a platform; 教育局 closed its second, 住房和城乡建设局 lists its only one twice. */
export const seededAccounts: [unit: string, platform: string, kind: 'fail' | 'review'][] = [
  ['civil', '微信公众号', 'fail'],
  ['finance', '微信公众号', 'review'],
];

/** Units of which the list of accounts speaks. */
export const seededListed = ['portal', 'civil', 'education', 'finance', 'housing', 'baiquan'];

/** What guides leave out, and what one names without saying it. */
export const seededGuides: [unit: string, element: string, kind: 'fail' | 'review'][] = [
  ['health', '传真号码', 'fail'],
  ['housing', '办公时间', 'fail'],
  ['liuxi', '传真号码', 'review'],
];

/** Marks that stand in words on every foot and not on this one. */
export const seededFeet: [unit: string, mark: string][] = [['finance', '公安机关备案标识']];

/** Pages on matters that 罗庄's plan asks for: not found, or without one of the contents. The portal and 青石镇 have both whole. */
export const seededMatters: [unit: string, village: string, participation: string][] = [
  ['liuxi', '村（居）务公开专栏', '公众参与页面'],
  ['hewan', 'village', 'participation'],
  ['songling', '村（居）务公开专栏', '公众参与页面'],
  ['baiquan', '村（居）务公开专栏', '公众参与页面'],
];
