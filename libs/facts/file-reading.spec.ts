import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import type { FileBlock, FileFormat, FileText } from '#files';
import { assembleSite, type PageReading, type ReadCapture, readFileText, readPage } from './index.js';

const origin = 'http://www.yunling.example';
const visit: Visit = {
  as: 'detail',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
};

function file(lines: (string | string[][])[], format: FileFormat = 'docx', whole = true): FileText {
  const blocks = lines.map((line): FileBlock =>
    typeof line === 'string' ? { line } : { table: line.map((row) => row.map((text) => ({ text, wide: 1, high: 1 }))) },
  );
  return { format, blocks, pages: null, whole };
}

const read = (text: FileText, part: Partial<Visit> = {}) =>
  readFileText(text, `${origin}/a/P020250321.pdf`, { ...visit, ...part });

const document = [
  '云 岭 县 人 民 政 府 文 件',
  '云政发〔2025〕3号',
  '关于印发《云岭县防汛抗旱',
  '工作方案》的通知',
  '各乡镇人民政府，县政府各部门：',
  '发布日期：2025-03-20 来源：县政府办',
  '现将《云岭县防汛抗旱工作方案》印发给你们，请结合实际认真组织实施，确保安全度汛。各单位要加强领导，落实责任。',
  [
    ['单位', '日期'],
    ['云岭县水利局', '2025年2月1日'],
  ],
  '云岭县人民政府',
  '2025年3月7日',
];
const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const report = (from: string[]) => [
  '云岭县教育局2024年政府信息公开工作年度报告',
  ...from.flatMap((heading) => [heading, '本年度有关工作按照要求认真开展，取得了新的成效，具体情况如下。'.repeat(4)]),
];

describe('the text of a file', () => {
  it('gives number, title, signature and text of a document, and never a day of publication', () => {
    const reading = read(file(document));
    expect(reading).toMatchObject({ kind: 'document', family: 'docx', list: null, follow: [], needsBrowser: false });
    expect(reading.detail).toMatchObject({
      title: '关于印发《云岭县防汛抗旱工作方案》的通知',
      documentNumber: '云政发〔2025〕3号',
      issuedOn: { on: '2025-03-07', source: 'signature' },
      publishedOn: null,
      publishedOnOthers: [],
      issuer: '云岭县人民政府',
    });
    expect(reading.detail?.text).toContain('确保安全度汛');
  });

  it('takes the name it is linked by, unless that says only that there is a file', () => {
    const linkText = '云岭县防汛抗旱工作方案.pdf';
    expect(read(file(document), { linkText }).title).toBe('云岭县防汛抗旱工作方案');
    for (const vague of ['附件下载', 'P020250321.pdf', '点击查看'])
      expect(read(file(document), { linkText: vague }).title).toBe('关于印发《云岭县防汛抗旱工作方案》的通知');
  });

  it.each<[string, FileText, object]>([
    ['all parts', file(report(headings), 'pdf', false), { year: 2024, parts: [1, 2, 3, 4, 5, 6] }],
    ['a part missing from a docx', file(report(headings.slice(0, 5))), { year: 2024, parts: [1, 2, 3, 4, 5] }],
    [
      'a part missing from a pdf whose headings are numbered through',
      file(report(headings.slice(0, 5)), 'pdf'),
      { year: 2024, parts: [1, 2, 3, 4, 5] },
    ],
    [
      'a heading lost on the way',
      file(report(headings.filter((_, n) => n !== 2)), 'pdf'),
      { year: 2024, parts: [1, 2, 4, 5, 6], incomplete: true },
    ],
    [
      'a page that is a picture',
      file(report(headings.slice(0, 4)), 'ofd', false),
      { year: 2024, parts: [1, 2, 3, 4], incomplete: true },
    ],
  ])('finds the parts of a report: %s', (_, text, expected) => {
    const reading = read(text, { columnKey: 'annual' });
    expect(reading.kind).toBe('annualReport');
    expect(reading.detail?.annualReport).toEqual(expected);
  });

  const table = [
    ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体'],
    ['1', '义务教育', '招生范围', '信息公开条例', '20个工作日', '云岭县教育局'],
    ['2', '义务教育', '招生结果', '信息公开条例', '20个工作日', '云岭县教育局'],
    ['3', '学前教育', '收费标准', '信息公开条例', '20个工作日', '云岭县教育局'],
  ];
  it('reads the rows of a catalogue from tables, not from what is drawn like one', () => {
    const sheet = ['（一）教育领域基层政务公开标准目录', table];
    const reading = read(file(sheet, 'xlsx'));
    expect(reading.kind).toBe('catalogue');
    expect(reading.catalogue).toHaveLength(3);
    expect(reading.catalogue?.[0]).toMatchObject({
      field: '教育',
      item: '义务教育',
      elements: { 公开内容: '招生范围', 公开时限: '20个工作日' },
    });
    expect(read(file(sheet, 'pdf')).catalogue).toBeUndefined();
  });
});

const page = (title: string, body: string, head = '') =>
  `<html><head><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2025-03-10">${head}<title>${title}</title></head><body><div class="nav"><a href="/">首页</a></div><h1>${title}</h1><div id="zoom">${body}</div></body></html>`;
const readHtml = (text: string, url = `${origin}/a/1.html`) =>
  readPage({ url, text, contentType: 'text/html', visit }, []);
const files = (reading: PageReading) =>
  reading.follow.filter(({ as }) => as === 'file').map(({ request }) => request.url.replace(origin, ''));

describe('a page that is only a shell', () => {
  const title = '关于印发云岭县防汛抗旱工作方案的通知';
  const link = (href: string, name: string) => `<p><a href="${href}">${name}</a></p>`;
  it.each<[string, string, string[]]>([
    ['its only attachment', link('1.pdf', `${title}.pdf`), ['/a/1.pdf']],
    ['a download that bears no extension', link('/download?id=3', '附件：工作方案'), ['/download?id=3']],
    ['a viewer', '<iframe src="/pdfjs/web/viewer.html?file=%2Ff%2F2.pdf"></iframe>', ['/f/2.pdf']],
    ['an embedded file', '<embed src="/f/3.ofd" type="application/ofd">', ['/f/3.ofd']],
    ['an object', '<object data="../f/4.pdf"></object>', ['/f/4.pdf']],
    ['a file named by a script', '<script>PDFObject.embed("/f/5.pdf", "#x");</script>', ['/f/5.pdf']],
    [
      'of several the one named as the page',
      link('6.xlsx', '申报表.xlsx') + link('7.docx', `${title}.docx`),
      ['/a/7.docx'],
    ],
    [
      'of two formats the one that can be read',
      link('8.doc', `${title}.doc`) + link('8.pdf', `${title}.pdf`),
      ['/a/8.pdf'],
    ],
    ['of several none that is plain', link('6.xlsx', '附件1：申报表.xlsx') + link('7.docx', '附件2：名单.docx'), []],
    ['an old Word file', link('9.doc', `${title}.doc`), []],
    [
      'a text of its own',
      `<p>${'各乡镇人民政府，县政府各部门：现将工作方案印发给你们，请认真组织实施。'.repeat(3)}</p>${link('1.pdf', '工作方案.pdf')}`,
      [],
    ],
    [
      'a short text with a signature',
      `<p>现将方案印发给你们。</p><p>云岭县水利局</p><p>2025年3月7日</p>${link('1.pdf', '工作方案.pdf')}`,
      [],
    ],
  ])('asks for the file: %s', (_, body, expected) => {
    expect(files(readHtml(page(title, body)))).toEqual(expected);
  });

  it('asks for the file of a page that is itself a viewer, and for every field of a catalogue', () => {
    const viewer = '<html><body><div>上一页 下一页 打印</div><script src="viewer.js"></script></body></html>';
    expect(files(readHtml(viewer, `${origin}/pdfjs/viewer.html?file=/f/1.pdf`))).toEqual(['/f/1.pdf']);
    const fields = page(
      '云岭县基层政务公开标准目录',
      link('1.xlsx', '教育领域.xlsx') + link('2.docx', '卫生领域.docx'),
    );
    expect(files(readHtml(fields))).toEqual(['/a/1.xlsx', '/a/2.docx']);
  });

  const capture = (url: string, reading: PageReading, part: Partial<Visit> = {}): ReadCapture => ({
    capture: url,
    url,
    finalUrl: url,
    fetchedAt: '2025-09-01T00:00:00.000Z',
    outcome: 'ok',
    visit: { ...visit, ...part },
    unrendered: false,
    reading,
  });
  const told = (text: FileText, name: string, part: Partial<Visit> = {}) =>
    capture(`${origin}/a/1.pdf`, readFileText(text, `${origin}/a/1.pdf`, { ...visit, linkText: name, ...part }), {
      as: 'file',
      from: `${origin}/a/1.html`,
      ...part,
    });

  it('takes what it does not say itself from its file', () => {
    const shell = capture(`${origin}/a/1.html`, readHtml(page(title, link('1.pdf', `${title}.pdf`))));
    const { documents } = assembleSite([told(file(document, 'pdf'), title), shell]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      url: `${origin}/a/1.html`,
      title,
      documentNumber: '云政发〔2025〕3号',
      issuedOn: { on: '2025-03-07', source: 'signature' },
      publishedOn: { on: '2025-03-10', source: 'tag' },
      issuer: '云岭县人民政府',
    });
    expect(assembleSite([shell]).documents[0]).toMatchObject({ documentNumber: null, issuedOn: null });
  });

  it('keeps what it says itself', () => {
    const block =
      '<table><tr><td>发文字号：</td><td>云政发〔2025〕4号</td><td>成文日期：</td><td>2025年3月8日</td></tr></table>';
    const html = page(title, link('1.pdf', `${title}.pdf`)).replace('<h1>', `${block}<h1>`);
    const { documents } = assembleSite([told(file(document), title), capture(`${origin}/a/1.html`, readHtml(html))]);
    expect(documents[0]).toMatchObject({
      documentNumber: '云政发〔2025〕4号',
      issuedOn: { on: '2025-03-08', source: 'metadata' },
    });
  });

  it('has the parts of its report in the file; an unread or incomplete one says nothing', () => {
    const name = '云岭县教育局2024年政府信息公开工作年度报告';
    const annual = { columnKey: 'annual' };
    const shell = capture(`${origin}/a/1.html`, readHtml(page(name, link('1.pdf', `${name}.pdf`))), annual);
    const reportOf = (...captures: ReadCapture[]) => assembleSite(captures).annualReports[0];
    expect(reportOf(shell)).toMatchObject({ year: 2024, parts: [], partsUnread: true });
    const whole = reportOf(shell, told(file(report(headings), 'pdf'), name, annual));
    expect(whole).toMatchObject({ year: 2024, parts: [1, 2, 3, 4, 5, 6], publishedOn: { on: '2025-03-10' } });
    expect(whole).not.toHaveProperty('partsUnread');
    const partly = file(report(headings.slice(0, 4)), 'pdf', false);
    expect(reportOf(shell, told(partly, name, annual))).toMatchObject({ partsUnread: true });
  });

  it('stays as it is when its file could not be read, and nothing else becomes unread by that', () => {
    const shell = capture(`${origin}/a/1.html`, readHtml(page(title, link('1.pdf', `${title}.pdf`))));
    const failed = { ...told(file(document), title), outcome: 'timeout' as const, reading: null };
    const { unread, documents } = assembleSite([shell, failed]);
    expect(unread).toEqual([]);
    expect(documents[0]).toMatchObject({ documentNumber: null, issuedOn: null, issuer: null });
    const why = '页面没有，而正文所在的文件未能读取';
    expect(documents[0]!.doubts).toEqual(['documentNumber', 'issuedOn', 'issuer'].map((field) => ({ field, why })));
    expect(assembleSite([shell, told(file(document), title)]).documents[0]).not.toHaveProperty('doubts');
  });
});
