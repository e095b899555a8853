import { countedStateTitles, findingStateTitles } from '#casework';
import { fetchOutcomes } from '#evidence';
import type { SheetColumn } from '#sheets';

export const exportKinds = [
  'documents',
  'interpretations',
  'columns',
  'catalogue',
  'annual-reports',
  'vanished',
  'links',
  'findings',
  'scorecards',
  'tasks',
  'task-units',
] as const;
export type ExportKind = (typeof exportKinds)[number];

/** A column of a spreadsheet; `words` says the values of a closed set in the words of the field. */
export interface ExportColumn extends SheetColumn {
  words?: Readonly<Record<string, string>>;
}

const timeliness = { onTime: '按时', late: '超期', notMeasured: '未测得' };
const outcomeTitles = Object.fromEntries(Object.entries(fetchOutcomes).map(([name, { title }]) => [name, title]));
const formats = {
  text: '文字',
  infographic: '图解',
  video: '视频',
  audio: '音频',
  animation: '动漫',
  qa: '问答',
  'press-conference': '新闻发布会',
  interview: '访谈',
};

const organisation: SheetColumn = { key: 'organisation', title: '单位', width: 24 };
const url: SheetColumn = { key: 'url', title: '网址', width: 44 };
const title: SheetColumn = { key: 'title', title: '标题', width: 60 };
const publishedOn: SheetColumn = { key: 'publishedOn', title: '发布日期', width: 12 };
const capture: SheetColumn = { key: 'capture', title: '取证编号', width: 24 };

/** Headers of the exported spreadsheets: the members of the JSON rows in the words of the field. */
export const exportColumns: Record<ExportKind, ExportColumn[]> = {
  documents: [
    organisation,
    title,
    { key: 'documentNumber', title: '发文字号', width: 22 },
    { key: 'issuedOn', title: '成文日期', width: 12 },
    publishedOn,
    { key: 'deadline', title: '上网期限', width: 12 },
    { key: 'workdaysTaken', title: '用时（工作日）', width: 14, align: 'right' },
    { key: 'timeliness', title: '是否按时', width: 12, words: timeliness },
    { key: 'column', title: '栏目', width: 16 },
    {
      key: 'kind',
      title: '类型',
      width: 14,
      words: {
        document: '文件',
        interpretation: '解读',
        annualReport: '年度报告',
        catalogue: '公开目录',
        guide: '公开指南',
        other: '其他',
      },
    },
    { key: 'attachments', title: '附件', width: 30 },
    url,
    capture,
  ],
  interpretations: [
    organisation,
    title,
    publishedOn,
    { key: 'formats', title: '解读形式', width: 20, words: formats },
    { key: 'policyTitle', title: '被解读文件', width: 50 },
    { key: 'policyUrl', title: '文件网址', width: 44 },
    { key: 'linksToPolicy', title: '解读链接文件', width: 14 },
    { key: 'linkedFromPolicy', title: '文件链接解读', width: 14 },
    { key: 'elements', title: '解读要素', width: 40 },
    url,
    capture,
  ],
  columns: [
    organisation,
    { key: 'key', title: '栏目标识', width: 16 },
    { key: 'name', title: '栏目名称', width: 24 },
    {
      key: 'status',
      title: '状态',
      width: 14,
      words: {
        ok: '正常',
        missing: '缺少',
        empty: '空白',
        stale: '长期未更新',
        broken: '链接失效',
        notMeasured: '未测得',
      },
    },
    { key: 'newestOn', title: '最近更新', width: 12 },
    { key: 'itemCount', title: '条数', width: 8, align: 'right' },
    url,
    capture,
  ],
  catalogue: [
    organisation,
    { key: 'field', title: '领域', width: 20 },
    { key: 'item', title: '公开事项', width: 40 },
    { key: 'elements', title: '要素', width: 60 },
    { key: 'missingElements', title: '缺少的要素', width: 24 },
    capture,
  ],
  'annual-reports': [
    organisation,
    { key: 'year', title: '年度', width: 8 },
    publishedOn,
    { key: 'deadline', title: '发布期限', width: 12 },
    { key: 'timeliness', title: '是否按时', width: 12, words: timeliness },
    { key: 'parts', title: '具备部分（共六部分）', width: 20, align: 'right' },
    { key: 'missingParts', title: '缺少的部分', width: 40 },
    url,
    capture,
  ],
  vanished: [
    organisation,
    title,
    url,
    { key: 'column', title: '栏目', width: 16 },
    { key: 'how', title: '情况', width: 16, words: { removed: '页面已不存在', unlisted: '列表中已撤下' } },
    { key: 'outcome', title: '访问结果', width: 14, words: outcomeTitles },
    { key: 'lastSeenOn', title: '最后见到', width: 12 },
    { key: 'foundOn', title: '发现日期', width: 12 },
    { key: 'before', title: '原内容的取证编号', width: 24 },
    { key: 'after', title: '撤下的取证编号', width: 24 },
  ],
  links: [
    organisation,
    {
      key: 'state',
      title: '情况',
      width: 14,
      words: {
        hijacked: '疑似变异',
        parked: '域名停用',
        changed: '疑似换站',
        dead: '失效',
        suspected: '待再次确认',
      },
    },
    { key: 'text', title: '链接文字', width: 30 },
    url,
    { key: 'place', title: '位置', width: 10, words: { home: '首页', detail: '正文页' } },
    { key: 'page', title: '所在页面', width: 44 },
    { key: 'outcome', title: '访问结果', width: 14, words: outcomeTitles },
    { key: 'words', title: '所见字样', width: 30 },
    { key: 'title', title: '所指网页标题', width: 30 },
    { key: 'firstOn', title: '首次发现', width: 12 },
    { key: 'lastOn', title: '最近检查', width: 12 },
    { key: 'pageCapture', title: '所在页面的取证编号', width: 24 },
    { key: 'capture', title: '所指网页的取证编号', width: 24 },
  ],
  findings: [
    organisation,
    { key: 'indicator', title: '指标', width: 24 },
    { key: 'clause', title: '条款', width: 16 },
    { key: 'message', title: '问题', width: 70 },
    { key: 'points', title: '扣分', width: 8, align: 'right' },
    {
      key: 'state',
      title: '状态',
      width: 12,
      words: findingStateTitles,
    },
    { key: 'subject', title: '对象', width: 44 },
    url,
    capture,
    { key: 'id', title: '问题编号', width: 24 },
  ],
  scorecards: [
    organisation,
    { key: 'period', title: '评估周期', width: 12 },
    { key: 'programme', title: '方案', width: 20 },
    { key: 'score', title: '得分', width: 8, align: 'right' },
    { key: 'grade', title: '等次', width: 8 },
    { key: 'coverage', title: '可测度', width: 8, align: 'right' },
    { key: 'rank', title: '名次', width: 8, align: 'right' },
    { key: 'vetoed', title: '单项否决', width: 16 },
    { key: 'indicators', title: '指标得分', width: 80 },
  ],
  tasks: [
    { key: 'stage', title: '阶段', width: 20 },
    { key: 'task', title: '任务', width: 50 },
    { key: 'responsible', title: '责任单位', width: 40 },
    { key: 'dueText', title: '完成时限', width: 16 },
    { key: 'dueOn', title: '截止日期', width: 12 },
    {
      key: 'state',
      title: '状态',
      width: 12,
      words: countedStateTitles,
    },
    { key: 'evidence', title: '证据', width: 40 },
  ],
  'task-units': [
    organisation,
    { key: 'stage', title: '阶段', width: 20 },
    { key: 'task', title: '任务', width: 50 },
    { key: 'dueText', title: '完成时限', width: 16 },
    { key: 'dueOn', title: '截止日期', width: 12 },
    { key: 'state', title: '状态', width: 12, words: countedStateTitles },
    { key: 'provedBy', title: '依据', width: 16, words: { facts: '网站内容', evidence: '审定的材料' } },
    { key: 'on', title: '完成日期', width: 12 },
    { key: 'reason', title: '说明', width: 60 },
    { key: 'evidence', title: '证据', width: 40 },
  ],
};
