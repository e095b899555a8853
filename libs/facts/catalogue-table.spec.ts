import { describe, expect, it } from 'vitest';
import { cellText, chosenOf, isDitto } from './catalogue-cells.js';
import { readPage } from './index.js';
import type { CatalogueRow } from './model.js';

const url = 'https://www.yunling.example.gov.cn/ml/1.html';
const visit = {
  as: 'detail',
  columnKey: 'catalogue',
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
} as const;

/** A cell: its text, and over how many columns and rows it goes: `公开事项|2x1`. */
function cell(text: string): string {
  const [, words, wide = '1', high = '1'] = /^([^]*?)(?:\|(\d+)x(\d+))?$/.exec(text)!;
  return `<td colspan="${wide}" rowspan="${high}"><p>${words}</p></td>`;
}
const table = (...rows: string[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;

function read(body: string, title = '云岭县基层政务公开标准目录'): CatalogueRow[] {
  const text = `<html><head><title>${title}</title><meta name="ArticleTitle" content="${title}"></head><body><h1>${title}</h1><div class="TRS_Editor">${body}</div></body></html>`;
  return readPage({ url, text, contentType: 'text/html', visit: { ...visit } }, []).catalogue ?? [];
}

const upper = [
  '序号|1x2',
  '公开事项|2x1',
  '公开内容（要素）|1x2',
  '公开依据|1x2',
  '公开时限|1x2',
  '公开主体|1x2',
  '公开渠道和载体|1x2',
  '公开对象|2x1',
  '公开方式|2x1',
  '公开层级|2x1',
];
const lower = ['一级事项', '二级事项', '全社会', '特定群体', '主动', '依申请', '县级', '乡级'];
const channels = '■政府网站 □政府公报 □两微一端 □发布会/听证会 ■公开查阅点 □社区/企事业单位/村公示栏(电子屏) □其他';
const law = '《中华人民共和国政府信息公开条例》';
const limit = '自信息形成或变更之日起20个工作日内';
const row = [
  '1',
  '养老服务',
  '高龄津贴',
  '申请条件、办理流程',
  law,
  limit,
  '云岭县民政局',
  channels,
  '√',
  '',
  '√',
  '',
  '√',
  '√',
];
const changed = (change: Record<number, string>) => row.map((text, at) => change[at] ?? text);
const elements = {
  公开内容: '申请条件、办理流程',
  公开依据: law,
  公开时限: limit,
  公开主体: '云岭县民政局',
  公开渠道: '政府网站、公开查阅点',
  公开对象: '全社会',
  公开方式: '主动',
  公开层级: '县级、乡级',
};

describe('a published catalogue', () => {
  it('has a header of two rows with merged cells', () => {
    expect(read(`<p>（二十）养老服务领域基层政务公开标准目录</p>${table(upper, lower, row)}`)).toEqual([
      { field: '养老服务', item: '养老服务/高龄津贴', elements },
    ]);
  });

  it.each<[string, string[][], Partial<CatalogueRow> | Partial<Record<string, string>>]>([
    [
      'a second header row that is blank where the first goes on',
      [
        [
          '序号',
          '公开事项|2x1',
          '公开内容',
          '公开依据',
          '公开时限',
          '公开主体',
          '公开渠道',
          '公开对象|2x1',
          '公开方式|2x1',
          '公开层级|2x1',
        ],
        [
          '',
          '一级事项',
          '二级事项',
          '',
          '',
          '',
          '',
          '',
          '全社会',
          '特定群众',
          '主动',
          '依申请公开',
          '县级',
          '镇、村级',
        ],
        changed({ 9: '√', 8: '', 13: '√' }),
      ],
      { 公开对象: '特定群众', 公开层级: '县级、镇、村级' },
    ],
    [
      'one level of names, one level of government',
      [
        [
          '序号|1x2',
          '公开事项|1x2',
          '公开内容|1x2',
          '公开依据|1x2',
          '公开时限|1x2',
          '公开主体|1x2',
          '公开渠道|1x2',
          '公开层级|1x1',
        ],
        ['乡级'],
        ['1', '高龄津贴', '条件', law, limit, '青石镇', channels, '√'],
      ],
      { 公开层级: '乡级', 公开主体: '青石镇', 公开对象: '' },
    ],
    [
      'a header of one row',
      [
        ['序号', '事项名称', '公开内容', '公开依据', '公开时限', '责任单位', '公开渠道', '公开对象', '公开方式'],
        ['1', '高龄津贴', '条件', law, limit, '民政局', '政府网站', '全社会', '主动公开'],
      ],
      { 公开主体: '民政局', 公开渠道: '政府网站', 公开对象: '全社会', 公开方式: '主动公开' },
    ],
    [
      'header words set apart, a code, and 口 for a box',
      [
        [
          '序号',
          '编 码',
          '公 开 事 项',
          '公 开 内 容 （ 要 素 ）',
          '公 开 依 据',
          '公 开 时 限',
          '公 开 主 体',
          '公 开 渠 道 和 载 体',
        ],
        [
          '1',
          '0505',
          '户 口 登 记 办 理',
          '条件',
          law,
          '信 息 形 成 之 日 起 20个 工 作 日 内',
          '公安局',
          '■政府网站 口政府公报 ■政务服务窗口口便民服务站',
        ],
      ],
      { 公开时限: '信息形成之日起20个工作日内', 公开渠道: '政府网站、政务服务窗口' },
    ],
    [
      'ticks whose font was lost',
      [upper, lower, changed({ 7: 't政府网站 □政府公报 t公开查阅点', 8: 't', 10: 'R', 12: 'ü', 13: '' })],
      { 公开渠道: '政府网站、公开查阅点', 公开对象: '全社会', 公开方式: '主动', 公开层级: '县级' },
    ],
    ['a list of lost ticks alone', [upper, lower, changed({ 7: 't政府网站' })], { 公开渠道: '政府网站' }],
    [
      '☐ where others have ■',
      [upper, lower, changed({ 7: '☐政府网站 ☐公开查阅点', 8: '☐', 10: '☐', 12: '', 13: '☐' })],
      { 公开渠道: '政府网站、公开查阅点', 公开对象: '全社会', 公开方式: '主动', 公开层级: '乡级' },
    ],
    [
      '☐ for what is not',
      [upper, lower, changed({ 8: '√', 9: '☐', 10: '口', 11: '■', 12: '○', 13: '是' })],
      { 公开对象: '全社会', 公开方式: '依申请', 公开层级: '乡级' },
    ],
    ['nothing ticked', [upper, lower, changed({ 8: '☐', 9: '☐', 10: '', 11: '' })], { 公开对象: '', 公开方式: '' }],
    ['words for a tick', [upper, lower, changed({ 8: '', 9: '申请人' })], { 公开对象: '特定群体（申请人）' }],
    [
      'composite limits',
      [
        upper,
        lower,
        changed({ 5: '信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示' }),
      ],
      { 公开时限: '信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示' },
    ],
    [
      'a limit of three days',
      [upper, lower, changed({ 5: '信息形成或变更之日起3个工作日内' })],
      { 公开时限: '信息形成或变更之日起3个工作日内' },
    ],
    ['in real time', [upper, lower, changed({ 5: '实时公开' })], { 公开时限: '实时公开' }],
    ['a day of the year', [upper, lower, changed({ 5: '每年1月31日前' })], { 公开时限: '每年1月31日前' }],
    ['a body that is no unit', [upper, lower, changed({ 6: '相关审批部门' })], { 公开主体: '相关审批部门' }],
    [
      'further columns',
      [[...upper, '公开形式|1x2', '五公开|1x2'], lower, [...row, '■文本 □图表', '□决策 ■执行']],
      { 公开方式: '主动', 公开层级: '县级、乡级' },
    ],
    [
      'names of other levels',
      [upper, [...lower.slice(0, 6), '云岭市级', '镇街乡'], row],
      { 公开层级: '云岭市级、镇街乡' },
    ],
    ['a heading inside the table', [['云岭县养老服务领域标准目录|14x1'], upper, lower, row], { 公开依据: law }],
  ])('%s', (_, rows, expected) => {
    const found = read(table(...rows));
    expect(found).toHaveLength(1);
    expect(found[0]!.elements).toMatchObject(expected);
  });

  it('has the columns of a longer set of elements', () => {
    const heads =
      '公开类型 业务领域 层级分类 事项名称 事项内容 公开依据 公开主体 公开时限 公开形式 服务对象 事项类型'.split(' ');
    const cells = [
      '服务',
      '就业创业',
      '一级',
      '招聘信息',
      '岗位要求',
      law,
      '就业股',
      limit,
      '主动公开',
      '个人',
      '办事指南',
    ];
    expect(read(table(heads, cells))).toEqual([
      {
        field: '就业创业',
        item: '招聘信息',
        elements: {
          公开内容: '岗位要求',
          公开依据: law,
          公开时限: limit,
          公开主体: '就业股',
          公开渠道: '',
          公开对象: '个人',
          公开方式: '',
          公开层级: '一级',
          公开类型: '服务',
          公开形式: '主动公开',
          事项类型: '办事指南',
        },
      },
    ]);
  });

  it('has no code for a name', () => {
    const head = ['公开事项|2x2', '公开内容|1x2', '公开依据|1x2', '公开时限|1x2', '公开主体|1x2'];
    const [one] = read(table(head, [], ['0505', '户籍办理', '条件', law, limit, '公安局']));
    expect(one?.item).toBe('户籍办理');
  });

  it('goes on in merged cells, also after a short row', () => {
    const rows = read(
      table(
        upper,
        lower,
        [
          '1|1x3',
          '养老服务|1x3',
          '高龄津贴',
          '条件',
          `${law}|1x3`,
          `${limit}|1x3`,
          '民政局|1x3',
          `${channels}|1x3`,
          '√',
          '',
          '√',
          '',
          '√|1x3',
          '√|1x3',
        ],
        ['护理补贴', '流程', '√'],
        ['机构名录', '名称', '', '√', '', '√'],
      ),
    );
    expect(rows.map((one) => [one.item, one.elements.公开主体, one.elements.公开对象, one.elements.公开层级])).toEqual([
      ['养老服务/高龄津贴', '民政局', '全社会', '县级、乡级'],
      ['养老服务/护理补贴', '民政局', '全社会', '县级、乡级'],
      ['养老服务/机构名录', '民政局', '特定群体', '县级、乡级'],
    ]);
  });

  it('says “同上”', () => {
    const rows = read(
      table(
        upper,
        lower,
        row,
        changed({ 0: '2', 2: '护理补贴', 5: '同上', 6: '〃', 7: '（同上）' }),
        changed({ 0: '3', 2: '机构名录', 5: '同 上' }),
      ),
    );
    expect(rows.map((one) => [one.elements.公开时限, one.elements.公开主体, one.elements.公开渠道])).toEqual(
      Array.from({ length: 3 }, () => [limit, '云岭县民政局', '政府网站、公开查阅点']),
    );
  });

  it('leaves cells blank where a merged one was taken apart', () => {
    const rows = read(
      table(
        upper,
        lower,
        row,
        changed({ 0: '', 1: '', 2: '护理补贴', 3: '补贴标准', 4: '', 5: '', 6: '', 7: '' }),
        changed({ 0: '', 1: '', 2: '', 3: '补贴名单', 4: '', 5: '', 6: '', 7: '' }),
        changed({ 0: '2', 1: '救灾', 2: '灾情信息', 4: '', 6: '' }),
      ),
    );
    expect(rows.map((one) => [one.item, one.elements.公开内容, one.elements.公开依据, one.elements.公开主体])).toEqual([
      ['养老服务/高龄津贴', '申请条件、办理流程', law, '云岭县民政局'],
      ['养老服务/护理补贴', '补贴标准', law, '云岭县民政局'],
      ['养老服务/护理补贴', '补贴名单', law, '云岭县民政局'],
      // Another matter: nothing says that the cell above goes on.
      ['救灾/灾情信息', '申请条件、办理流程', '', ''],
    ]);
  });

  it('has three levels of names', () => {
    const head = ['序号|1x2', '公开事项|3x1', '公开内容|1x2', '公开依据|1x2', '公开时限|1x2', '公开主体|1x2'];
    const rows = read(
      table(
        head,
        ['一级事项', '二级事项', '三级事项'],
        ['1', '社会救助|1x2', '低保|1x2', '政策', '标准', law, limit, '民政办'],
        ['2', '审批', '名单', '同上', '同上', '同上'],
      ),
    );
    expect(rows.map(({ item, elements: { 公开主体 } }) => [item, 公开主体])).toEqual([
      ['社会救助/低保/政策', '民政办'],
      ['社会救助/低保/审批', '民政办'],
    ]);
  });

  it('stands with others on one page, each under the name of its field', () => {
    const rows = read(
      [
        '（一）城市综合执法领域',
        '二、市政服务领域基层政务公开标准目录',
        '青石镇乡村振兴领域',
        '云岭县旅游领域',
        '征地补偿基层政务公开标准目录',
      ]
        .map((heading) => `<p>${heading}</p>${table(upper, lower, row)}`)
        .join(''),
    );
    expect(rows.map(({ field }) => field)).toEqual(['城市综合执法', '市政服务', '乡村振兴', '旅游', '征地补偿']);
  });

  it('is set as one table for several fields, each with its own header', () => {
    const other = ['序号', '公开事项', '公开内容', '公开主体', '公开依据', '公开时限'];
    const rows = read(
      table(
        ['一、救灾领域|14x1'],
        upper,
        lower,
        row,
        ['二、户籍管理领域|14x1'],
        other,
        ['1', '户口迁移', '材料', '公安局', law, limit],
        ['2', '身份证办理', '材料', '公安局', law, '及时公开'],
      ),
    );
    expect(rows.map((one) => [one.field, one.item, one.elements.公开主体, one.elements.公开时限])).toEqual([
      ['救灾', '养老服务/高龄津贴', '云岭县民政局', limit],
      ['户籍管理', '户口迁移', '公安局', limit],
      ['户籍管理', '身份证办理', '公安局', '及时公开'],
    ]);
  });

  it('names the field in a column of its own', () => {
    const head = ['序号', '试点领域', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体'];
    const rows = read(
      table(
        head,
        ['1', '就业领域|1x2', '就业信息', '岗位', law, limit, '人社局'],
        ['2', '职业培训', '项目', law, limit, '人社局'],
        ['3', '社会保险', '参保登记', '材料', law, limit, '人社局'],
      ),
    );
    expect(rows.map(({ field, item }) => [field, item])).toEqual([
      ['就业', '就业信息'],
      ['就业', '职业培训'],
      ['社会保险', '参保登记'],
    ]);
  });

  it.each([
    [
      'an explanation of the elements',
      table(['要素', '说明'], ['公开内容', '公开什么'], ['公开依据', '法规'], ['公开时限', '多久']),
    ],
    ['a list of units', table(['序号', '单位', '电话'], ['1', '民政局', '无'], ['2', '公开内容、依据、时限', '无'])],
    ['a header alone', table(upper, lower)],
    ['rows of contents without a name', table(['公开内容', '公开依据', '公开时限'], ['条件', law, limit])],
  ])('is not: %s', (_, body) => {
    expect(read(body)).toEqual([]);
  });

  it.each([
    ['26个试点领域标准目录', ''],
    ['各领域', ''],
    ['重点领域信息公开', ''],
  ])('“%s” names no field', (heading, field) => {
    expect(read(`<p>${heading}</p>${table(upper, lower, row)}`, '政务公开目录')[0]?.field).toBe(field);
  });

  it('takes hostile spans and rows in a moment', () => {
    const wide = `<table>${`<tr><td colspan="99999" rowspan="99999">公开内容</td><td>公开依据</td><td>公开时限</td></tr>`.repeat(3000)}</table>`;
    const boxes = table(upper, lower, changed({ 7: '口'.repeat(3000) + ' t'.repeat(1000) }));
    const started = process.cpuUsage().user / 1000;
    read(wide);
    read(boxes);
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(4000);
  });
});

describe('a cell', () => {
  it.each([
    ['■政府网站 □政府公报', '政府网站'],
    ['√政府网站√政务新媒体□其他', '政府网站、政务新媒体'],
    ['R政府网站 £其他', '政府网站 £其他'],
    ['☑政府网站；☐广播电视；☒12345热线', '政府网站、12345热线'],
    ['●政府网站 ○公示栏', '政府网站'],
    ['□政府网站 □政府公报', '政府网站、政府公报'],
    ['■政府网站 口政府公报 口两微一端', '政府网站'],
    ['政府网站口政府公报', '政府网站'],
    ['渠道：□政府网站', '政府网站'],
    ['户口登记', '户口登记'],
    ['政务服务窗口 办事大厅', '政务服务窗口 办事大厅'],
    ['人口普查、窗口', '人口普查、窗口'],
    ['Tel:2345678', 'Tel:2345678'],
    ['申请条件 办理材料 办理流程 办理时限', '申请条件 办理材料 办理流程 办理时限'],
    ['√', '√'],
    ['', ''],
  ])('“%s” says “%s”', (text, expected) => {
    expect(cellText(text)).toBe(expected);
  });

  it.each([
    [['√', ''], '甲'],
    [['', '■'], '乙'],
    [['是', '否'], '甲'],
    [['√（部分）', ''], '甲（部分）'],
    [['甲', ''], '甲'],
    [['☐', ''], '甲'],
    [['☐', '☐'], ''],
    [['口', ''], ''],
  ])('of choices %j says “%s”', (texts, expected) => {
    expect(chosenOf(texts.map((text, at) => ({ name: '甲乙'[at]!, text })))).toBe(expected);
  });

  it.each(['同上', '同 上', '（同上）', '同上。', '〃', '"', '同前'])('“%s” stands for the one above', (text) => {
    expect(isDitto(text)).toBe(true);
  });

  it.each(['', '同上级部门', '上', '。'])('“%s” does not', (text) => {
    expect(isDitto(text)).toBe(false);
  });
});
