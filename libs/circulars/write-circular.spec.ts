import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeCircular } from './compose-circular.js';
import { readDocxParagraphs } from './docx/read-docx-text.js';
import { renderDocx } from './docx/render-docx.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import { printPdf } from './print-pdf.js';
import { renderCircularHtml } from './render-html.js';
import { drawScoreChart } from './score-chart.js';
import { verifyDocx } from './verify-docx.js';
import { writeCircular } from './write-circular.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'circular-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const browser = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
);

describe('writeCircular', () => {
  it('writes docx and xlsx without a browser, and says what is missing', async () => {
    const out = join(folder, 'a');
    const written = await writeCircular(yunlingSnapshot(), { outDir: out, browserPath: null });
    expect(written.files.map(({ kind }) => kind)).toEqual(['docx', 'xlsx']);
    expect(written.warnings.join()).toContain('浏览器：没有找到，未生成 PDF；可接受：安装 Chromium');
    expect((await readdir(out)).sort()).toEqual([
      '云岭县人民政府办公室关于2022年第四季度政务公开工作情况的通报.docx',
      '云岭县人民政府办公室关于2022年第四季度政务公开工作情况的通报（附件）.xlsx',
    ]);
  });

  it('says so when the browser does not start', async () => {
    const out = join(folder, 'b');
    const written = await writeCircular(yunlingSnapshot(), { outDir: out, browserPath: '/nowhere/chromium' });
    expect(written.files.length).toBe(2);
    expect(written.warnings.join()).toContain('不能启动');
  });

  it('writes the same bytes for the same snapshot, at another time', async () => {
    const once = await writeCircular(yunlingSnapshot(), { outDir: join(folder, 'c'), browserPath: null });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await writeCircular(yunlingSnapshot(), { outDir: join(folder, 'd'), browserPath: null });
    expect(again.files.map(({ sha256 }) => sha256)).toEqual(once.files.map(({ sha256 }) => sha256));
  });

  it('prints the first rows of a long annex, says how many more there are, and keeps all of them in the workbook', async () => {
    const [finding] = yunlingSnapshot().findings;
    const findings = Array.from({ length: 849 }, (_, i) => ({ ...finding!, message: `第${i + 1}个问题` }));
    const written = await writeCircular(yunlingSnapshot({ findings }), {
      outDir: join(folder, 'long'),
      browserPath: null,
    });
    const [docx, xlsx] = written.files;
    expect(await readDocxParagraphs(await readFile(docx!.path))).toContain(
      '　　表中列出前300行，其余549行见电子表格。',
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(xlsx!.path);
    expect(book.worksheets.some((sheet) => sheet.rowCount > 849)).toBe(true);
  });

  it('puts every annex into the workbook, with texts that cannot run', async () => {
    const findings = yunlingSnapshot().findings.map((each, i) => (i === 0 ? { ...each, message: '=1+1' } : each));
    const written = await writeCircular(yunlingSnapshot({ findings }), {
      outDir: join(folder, 'e'),
      browserPath: null,
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(written.files.at(-1)!.path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['附件1 得分排名表', '附件2 问题清单', '附件3 各指标情况']);
    const cells = book.worksheets[1]!.getColumn(4).values;
    expect(cells).toContain('=1+1');
  });

  it('carries words of any kind from crawled pages', async () => {
    const nasty = ' 标题\r\n第二行\u0000\ud800_x0041_ & <b>"\'𠮷\u2028末尾；。 ';
    const findings = yunlingSnapshot().findings.map((each) => ({ ...each, message: nasty, remedy: '', clause: nasty }));
    const written = await writeCircular(yunlingSnapshot({ findings }), {
      outDir: join(folder, 'n'),
      browserPath: null,
    });
    expect(written.files.length).toBe(2);
  });

  it.skipIf(!browser)('prints a PDF in the dates of the circular', async () => {
    const written = await writeCircular(yunlingSnapshot(), { outDir: join(folder, 'f'), browserPath: browser! });
    const pdf = written.files.find(({ kind }) => kind === 'pdf');
    const bytes = await readFile(pdf!.path, 'latin1');
    expect(bytes.slice(0, 5)).toBe('%PDF-');
    expect(bytes).toContain('/CreationDate (D:20230106000000');
  });
});

describe('renderDocx', () => {
  it('has the page of GB/T 9704 and turns it for wide tables', async () => {
    const model = composeCircular(yunlingSnapshot());
    const zip = await JSZip.loadAsync(await renderDocx(model, null));
    const xml = await zip.file('word/document.xml')!.async('string');
    const sections = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([tag]) => tag.includes('landscape'));
    expect(sections).toEqual([false, true, true, false]);
    // 37, 26, 35, 28 mm in twips.
    expect(xml).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(xml).toContain('w:line="579" w:lineRule="exact"');
    expect(await zip.file('word/settings.xml')!.async('string')).toContain('<w:evenAndOddHeaders/>');
    expect(await zip.file('docProps/core.xml')!.async('string')).toContain('2023-01-06T00:00:00Z');
    expect(Object.keys(zip.files).some((name) => /\.(odttf|ttf)$/.test(name))).toBe(false);
  });

  it('prints 发文字号 only when it is given, and the sample notice on a sample', async () => {
    const plain = await renderDocx(composeCircular(yunlingSnapshot({ number: undefined, sample: false })), null);
    const words = await readDocxParagraphs(plain);
    expect(words.join()).not.toContain('〔2023〕');
    const files = Object.keys((await JSZip.loadAsync(plain)).files);
    expect(files.some((name) => name.startsWith('word/header'))).toBe(false);
    const sample = await JSZip.loadAsync(await renderDocx(composeCircular(yunlingSnapshot()), null));
    expect(await sample.file('word/header1.xml')!.async('string')).toContain('单位和数据均为虚构');
  });

  it('is checked word by word against the model', async () => {
    const model = composeCircular(yunlingSnapshot());
    const bytes = await renderDocx(model, null);
    await verifyDocx(model, bytes);
    const changed = structuredClone(model);
    changed.blocks.push({ kind: 'paragraph', runs: ['另有说明。'] });
    await expect(verifyDocx(changed, bytes)).rejects.toThrow('缺少“另有说明。');
    await expect(
      verifyDocx(
        model,
        await renderDocx({ ...model, blocks: [...model.blocks, { kind: 'heading', runs: ['共3个'] }] }, null),
      ),
    ).rejects.toThrow('多出“共3个');
  });
});

describe('renderCircularHtml', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';

  it('escapes words from outside and loads nothing', () => {
    const findings = yunlingSnapshot().findings.map((each) => ({ ...each, message: `栏目“${script}”没有内容。` }));
    const html = renderCircularHtml(composeCircular(yunlingSnapshot({ findings })));
    expect(html).not.toMatch(/<script|<img src=x/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain("default-src 'none'");
  });

  it.skipIf(!browser)('is printed without running anything', async () => {
    const bytes = await printPdf(`<p>${script}</p><iframe src="http://127.0.0.1:1/"></iframe>`, browser!);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('drawScoreChart', () => {
  it('draws the scores, or nothing without a Chinese font', async () => {
    const chart = await drawScoreChart(composeCircular(yunlingSnapshot()).chart);
    if (chart) expect(chart.png.subarray(1, 4).toString()).toBe('PNG');
    expect(await drawScoreChart(null)).toBeNull();
  });
});
