import { describe, expect, it } from 'vitest';
import { type DetailReading, readPage } from './index.js';

const url = 'https://www.yunling.example.gov.cn/zfxxgk/c102/content_1.html';

function detail(text: string, address = url): DetailReading {
  const visit = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 2 };
  return readPage({ url: address, text, contentType: 'text/html', visit: { as: 'detail', ...visit } }, []).detail!;
}

const title = '云岭县人民政府关于做好老年助餐服务的通知';
const salutation = '<p>各乡镇人民政府，县政府各部门：</p>';
const running =
  '<p>为做好老年助餐服务工作，根据有关规定，结合我县实际，现将有关事项通知如下，请认真贯彻执行。</p>' +
  '<p>一、各乡镇要加强组织领导，明确工作责任，确保按时完成任务，并将进展情况及时报告县民政局。</p>';
const article = (inside: string) => detail(`<h1>${title}</h1><div class="TRS_Editor">${inside}</div>`);

describe('document numbers', () => {
  const numbers = [
    '云政发〔2020〕11号',
    '云政发[2020]11号',
    '云政发（2020）11号',
    '云政发(2020)11号',
    '云政发【2020】11号',
    '云政发﹝2020﹞11号',
    '云政发［2020］11号',
    '云政办规〔2020〕1号',
    '岚综管综〔2017〕149号',
    '云府办函〔2020〕3-2号',
    '云政发〔2020〕第11号',
    '云民许〔2025〕（17）号',
    '云民许〔2025〕〔17〕号',
    '云岭县人民政府令第3号',
    '云岭县人民政府公告2021年第5号',
    '云岭县人民政府公告（2021年第5号）',
    '云岭县人民政府公告〔2021〕5号',
    '云岭县自然资源局通告第12号',
  ];
  it.each(numbers)('%s in the block and at the top of the text', (number) => {
    expect(
      detail(`<p>索引号：1/2020-1</p><p>文号：${number}</p><h1>${title}</h1><div class="TRS_Editor">${running}</div>`)
        .documentNumber,
    ).toBe(number);
    expect(article(`<p align="center">${number}</p>${salutation}${running}`).documentNumber).toBe(number);
    expect(
      detail(`<h1>${title}</h1><p align="center">${number}</p><div class="TRS_Editor">${salutation}${running}</div>`)
        .documentNumber,
    ).toBe(number);
  });

  it.each([
    '关于举行用水价格听证会的公告（第1号）',
    '云岭县城区停车收费标准听证会公告（第2号）',
    '关于临时停水的通告第12号',
    '老年助餐服务点名单的公告（2021年第5号）',
  ])('is none in the title “%s”', (headline) => {
    expect(detail(`<h1>${headline}</h1><div class="TRS_Editor">${running}</div>`).documentNumber).toBeNull();
  });

  it.each([
    ['云政发〔2020〕 11 号', '云政发〔2020〕11号'],
    ['云政发 〔 2020 〕 11号', '云政发〔2020〕11号'],
    ['云政发&nbsp;〔2020〕&nbsp;11&nbsp;号', '云政发〔2020〕11号'],
    ['云政发〔２０２０〕１１号', '云政发〔2020〕11号'],
    ['（云政发〔2020〕11号）', '云政发〔2020〕11号'],
    ['云岭县人民政府令　第3号', '云岭县人民政府令第3号'],
    ['<span>云政发</span><span>〔2020〕</span><span>11号</span>', '云政发〔2020〕11号'],
    ['云政发〔2020〕11号　　　　　　签发人：某某', '云政发〔2020〕11号'],
    ['编号：云水保备〔2025〕7号', '云水保备〔2025〕7号'],
    ['云岭县人民政府文件　云政发〔2020〕11号', '云政发〔2020〕11号'],
    ['文号：云政发〔2020〕11号', '云政发〔2020〕11号'],
    ['发文字号:云政发〔2020〕11号', '云政发〔2020〕11号'],
  ])('written “%s”', (written, number) => {
    expect(article(`<p>${written}</p>${salutation}${running}`).documentNumber).toBe(number);
  });

  it.each([
    [
      'quoted in a sentence',
      `${salutation}<p>根据《云岭县养老服务办法》（云政发〔2019〕8号）要求，现通知如下。</p>${running}`,
    ],
    ['on a line of its own within the text', `${salutation}<p>现转发给你们。</p><p>云政发〔2019〕8号</p>${running}`],
    [
      'of a forwarded document under the signature',
      `${salutation}<p>现转发给你们，请执行。</p><p>云岭县民政局</p><p>2020年6月19日</p><p>云岭市人民政府文件</p><p>云岭市政发〔2020〕3号</p>${running}`,
    ],
    ['in a list of annulled documents', `${salutation}<p>下列文件同时废止：</p><p>云政发〔2019〕8号</p>${running}`],
    ['telephone and post code', `${salutation}<p>电话：0000-5551234</p><p>云岭县新街2020号</p>${running}`],
    ['with a blank for the number', `<p>云政发〔2020〕 号</p>${salutation}${running}`],
    ['with crosses for the number', `<p>云政发〔2020〕××号</p>${salutation}${running}`],
  ])('none: %s', (_, inside) => {
    expect(article(inside).documentNumber).toBeNull();
  });

  it.each([
    '见附件',
    '政府文件',
    '2020-06-19',
    '云政发〔2020〕号',
    '云政发〔2020〕 号',
    '115300000151/2020-00012',
    '关于做好老年助餐服务的通知',
  ])('none under its label: %s', (words) => {
    const block = `<ul><li>索引号：1/2020-1</li><li>文号：${words}</li><li>公开方式：主动公开</li></ul>`;
    expect(detail(`${block}<h1>${title}</h1><div class="TRS_Editor">${running}</div>`).documentNumber).toBeNull();
  });
});

describe('two numbers of a joint document', () => {
  it('are told apart in the field', () => {
    const block =
      '<table><tr><td>索引号</td><td>1/2025-1</td></tr><tr><td>文号</td><td>云教发〔2025〕8号 云卫发〔2025〕15号</td></tr></table>';
    const { documentNumber } = article(`${block}${salutation}${running}`);
    expect(documentNumber).toBe('云教发〔2025〕8号、云卫发〔2025〕15号');
  });
});

describe('the day of writing', () => {
  const signed = (signature: string) => article(`${salutation}${running}${signature}`);

  it.each([
    ['<p>云岭县人民政府</p><p>2020年6月19日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>二〇二〇年六月十九日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>二○二○年六月十九日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>二О二О年六月十九日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>二零二零年十二月三十一日</p>', '2020-12-31'],
    ['<p>云岭县人民政府</p><p>二〇二〇年十月二十日</p>', '2020-10-20'],
    ['<p>云岭县人民政府</p><p>２０２０年６月１９日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>2020 年 6 月 19 日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>2020<span>年</span>6<span>月</span>19<span>日</span></p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>2020-06-19</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>2020.6.19</p>', '2020-06-19'],
    ['<p>云岭县人民政府 2020年6月19日</p>', '2020-06-19'],
    ['<p>云岭县人民政府<br>2020年6月19日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>2020年</p><p>6月19日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>二○二○年</p><p>六月十九日</p>', '2020-06-19'],
    ['<p>云岭县人民政府（印章）</p><p>2020年6月19日</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>2020年6月19日</p><p>（此件公开发布）</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>2020年6月19日（此件公开发布）</p>', '2020-06-19'],
    ['<p>云岭县人民政府</p><p>（此件公开发布）</p><p>2020年6月19日</p>', '2020-06-19'],
    ['<p>云岭县民政局　云岭县财政局</p><p>2020年6月19日</p>', '2020-06-19'],
    ['<p>云岭县民政局</p><p>云岭县财政局</p><p>云岭县卫生健康局</p><p>2020年6月19日</p>', '2020-06-19'],
    [
      '<table><tr><td align="right">云岭县人民政府</td></tr><tr><td align="right">2020年6月19日</td></tr></table>',
      '2020-06-19',
    ],
    ['<div align="right">云岭县人民政府</div><div align="right">2020年6月19日</div>', '2020-06-19'],
    [
      '<table border="0"><tr><td>云岭县民政局</td><td>云岭县财政局</td></tr><tr><td>国家税务总局云岭县税务局</td><td></td></tr><tr><td></td><td>2020年6月19日</td></tr></table>',
      '2020-06-19',
    ],
  ])('signature %s', (signature, on) => {
    expect(signed(signature).issuedOn).toMatchObject({ on, source: 'signature' });
  });

  const day = '<p>2020年6月19日</p>';
  it.each<[string, string, string[] | undefined]>([
    [`<p>云岭县人民政府</p>${day}`, '云岭县人民政府', undefined],
    [`<p>云岭县人民政府　办公室</p>${day}`, '云岭县人民政府', undefined],
    [`<p>云岭县民政局　云岭县财政局</p>${day}`, '云岭县民政局', ['云岭县民政局', '云岭县财政局']],
    [
      `<p>云岭县民政局（印章）</p><p>云岭县财政局　云岭县水利局</p><p>云岭县总工会</p>${day}`,
      '云岭县民政局',
      ['云岭县民政局', '云岭县财政局', '云岭县水利局', '云岭县总工会'],
    ],
    [
      `<p>以上请执行。</p><p>云岭县财政局</p><p>云岭县民政局</p>${day}`,
      '云岭县财政局',
      ['云岭县财政局', '云岭县民政局'],
    ],
  ])('those who signed %s', (signature, issuer, issuers) => {
    const found = signed(signature);
    expect([found.issuer, found.issuers]).toEqual([issuer, issuers]);
  });

  it.each<[string, string[] | undefined]>([
    ['云岭县民政局、云岭县财政局', ['云岭县民政局', '云岭县财政局']],
    ['云岭县民政局 县财政局，县水利局', ['云岭县民政局', '县财政局', '县水利局']],
    ['云岭县人民政府 办公室', undefined],
    ['云岭县人民政府、张某', undefined],
    ['云岭县人民政府', undefined],
  ])('those whom the block names: %s', (words, issuers) => {
    const block = `<ul><li>索引号：1/2020-1</li><li>发文机关：${words}</li><li>公开方式：主动公开</li></ul>`;
    const found = detail(`${block}<h1>${title}</h1><div class="TRS_Editor">${running}</div>`);
    expect([found.issuer, found.issuers]).toEqual([words, issuers]);
  });

  it.each([
    ['the imprint', '<p>云岭县人民政府办公室　　2020年6月20日印发</p>'],
    ['a deadline', '<p>请于2020年7月1日前报送县民政局。</p>'],
    ['a quoted document', '<p>《云岭县养老服务办法》（云政发〔2019〕8号，2019年3月1日）同时废止。</p>'],
    [
      'what another document was issued on',
      '<p>2019年3月1日，云岭县人民政府印发的《云岭县养老服务办法》同时废止。</p>',
    ],
    ['the day of coming into force', '<p>本通知自2020年8月1日起施行，有效期至2025年7月31日。</p>'],
    ['a day that is none', '<p>云岭县人民政府</p><p>2020年2月30日</p>'],
    ['a month', '<p>云岭县人民政府</p><p>2020年6月</p>'],
    ['a meeting', '<p>会议时间：2020年7月1日</p>'],
    [
      'the last row of a table of figures',
      '<table><tr><td>单位</td><td>日期</td></tr><tr><td>云岭县民政局</td><td>2020年6月19日</td></tr></table>',
    ],
  ])('is not %s', (_, inside) => {
    expect(signed(inside).issuedOn).toBeNull();
  });

  it('is that of the document, not of what it forwards', () => {
    const forwarded = `<p>云岭市民政局关于养老服务的通知</p>${running}<p>云岭市民政局</p><p>2020年5月1日</p>`;
    expect(signed(`<p>云岭县民政局</p><p>2020年6月19日</p>${forwarded}`).issuedOn?.on).toBe('2020-06-19');
  });

  it.each([
    ['（2020年6月19日云岭县人民政府令第3号公布）', '2020-06-19'],
    ['（2020年6月19日云岭县人民政府发布）', '2020-06-19'],
    ['2020年6月19日，我局印发了《云岭县人民政府关于做好老年助餐服务的通知》。', '2020-06-19'],
    ['2019年3月1日，我局印发了《云岭县养老机构管理办法》，现予废止。', null],
    ['2019年3月1日，云岭县民政局印发《云岭县养老机构管理办法》（云民发〔2019〕8号），现修改如下。', null],
  ])('in the text: %s', (words, on) => {
    const found = article(`<p>${words}</p>${running}`).issuedOn;
    expect(found?.on ?? null).toBe(on);
    if (found) expect(found.source).toBe('text');
  });

  it.each([
    ['2020-06-19', '2020-06-19'],
    ['2020/6/19', '2020-06-19'],
    ['2020.06.19', '2020-06-19'],
    ['2020年6月19日', '2020-06-19'],
    ['二〇二〇年六月十九日', '2020-06-19'],
    ['20200619', '2020-06-19'],
    ['2020-06-19 00:00:00', '2020-06-19'],
    ['2020-06-19T00:00:00', '2020-06-19'],
    ['2020-\n  06-\n 19', '2020-06-19'],
    ['1592496000000', '2020-06-19'],
  ])('in the block: %s', (words, on) => {
    const block = `<table><tr><td>索引号</td><td>1/2020-1</td></tr><tr><td>成文日期</td><td>${words}</td></tr></table>`;
    expect(detail(`${block}<h1>${title}</h1><div class="TRS_Editor">${running}</div>`).issuedOn).toMatchObject({
      on,
      source: 'metadata',
    });
  });
});

describe('the day of publication', () => {
  const lines = [
    '发布时间：2025-03-21 09:36 来源：云岭县人民政府办公室 浏览次数：<script>counter()</script>',
    '2025-03-21 09:36:12　来源：云岭县人民政府',
    '[ 2025-03-21 ]',
    '(2025-03-21)',
    '发布日期：2025年03月21日　字体：[大 中 小]',
    '日期：2025/3/21  08:59  访问量：12',
    '<span>时间：</span><span>2025-03-21</span><span>来源：</span><span>县政府办</span>',
    '来源：云岭县人民政府 | 发布时间：2025-03-21 | 作者：办公室',
    '【字体：大 中 小】 发布日期：2025-03-21 【打印】',
    '云岭县人民政府网站　2025-03-21　浏览次数：33',
    '发布于 2025-03-21 09:36',
    '稿件来源：云岭县民政局 2025-03-21 09:36',
    '发稿时间：2025-03-21 09:36',
  ];
  const holders: Record<string, (line: string) => string> = {
    'div under the headline': (line) =>
      `<h1>${title}</h1><div class="info">${line}</div><div class="TRS_Editor">${running}</div>`,
    'p above the headline': (line) => `<p>${line}</p><h2>${title}</h2><div class="content">${running}</div>`,
    'cell of a layout table': (line) =>
      `<table><tr><td class="title">${title}</td></tr><tr><td align="center">${line}</td></tr><tr><td><div class="TRS_Editor">${running}</div></td></tr></table>`,
    'at the top of the marked text': (line) =>
      `<h1>${title}</h1><div class="TRS_Editor"><p>${line}</p>${running}</div>`,
  };
  it.each(lines.flatMap((line) => Object.keys(holders).map((holder) => [line, holder] as const)))(
    '%s (%s)',
    (line, holder) => {
      expect(detail(`<html><body>${holders[holder]!(line)}</body></html>`).publishedOn?.on).toBe('2025-03-21');
    },
  );

  it.each([
    ['2025-03-21 09:36'],
    ['2025-03-21 09:36:00'],
    ['2025年03月21日'],
    ['20250321'],
    ['2025-03-21T09:36:00+08:00'],
    ['2025-03-20T16:30:00.000Z'],
    ['1742515200000'],
    [' \n2025-03-21\n '],
  ])('tag %j', (content) => {
    expect(
      detail(`<meta name="PubDate" content="${content}"><h1>${title}</h1><div class="TRS_Editor">${running}</div>`)
        .publishedOn,
    ).toMatchObject({ on: '2025-03-21', source: 'tag' });
  });

  it.each([
    ['a day in the page’s head', '<div class="top">今天是2025年9月1日 星期一</div>'],
    ['a day in the headline', ''],
    ['the day of another article below', ''],
    ['the day on which the page was made', '<meta name="others" content="页面生成时间 2025-09-01 10:00:00">'],
  ])('is not %s', (name, before) => {
    const heading = name.includes('headline') ? '云岭县2025年9月1日起停水的公告' : title;
    const below = name.includes('below')
      ? '<ul><li><a href="/a.html">关于放假的通知</a><span>2025-09-01</span></li></ul>'
      : '';
    expect(
      detail(
        `<html><head></head><body>${before}<h1>${heading}</h1><div class="TRS_Editor">${running}</div>${below}</body></html>`,
      ).publishedOn,
    ).toBeNull();
  });

  it('stands at the end of some pages', () => {
    expect(
      detail(
        `<html><body><h1>${title}</h1><div class="TRS_Editor">${running}</div><p>发布时间：2025-03-21</p></body></html>`,
      ).publishedOn,
    ).toMatchObject({ on: '2025-03-21' });
  });
});

describe('small irregularities', () => {
  const block = (label: string, value: string, text = '') =>
    detail(
      `<h1>${title}</h1><table><tr><td>索引号：</td><td>1/2026-1</td></tr><tr><td>${label}：</td><td>${value}</td></tr></table><div class="TRS_Editor">${salutation}${running}${text}</div>`,
    );

  it.each(['1970-01-01', '1970-01-01 08:00:00', '1900年1月1日', '0001/1/1'])(
    'the day of a system that has none, %s, is no day of issue',
    (day) => {
      const signature = '<p>云岭县人民政府</p><p>2026年2月9日</p>';
      expect(block('成文日期', day, signature).issuedOn).toMatchObject({ on: '2026-02-09', source: 'signature' });
      expect(block('成文日期', day).issuedOn).toBeNull();
    },
  );

  it('a badge before the headline is none of the title', () => {
    const titled = (badge: string) => detail(`<h1><span class="b">${badge}</span>${title}</h1>${running}`).title;
    for (const badge of ['执行中', '已废止', '【有效】', 'NEW']) expect(titled(badge)).toBe(title);
    expect(titled('云岭县')).toBe(`云岭县${title}`);
  });

  it('the day of what it is about is no day of publication', () => {
    const shown = (line: string) =>
      detail(`<h1>${title}</h1><div>${line}</div><div class="TRS_Editor">${salutation}${running}</div>`).publishedOn;
    for (const label of ['会议日期', '报名时间：', '听证时间:']) expect(shown(`${label}2026-06-08`)).toBeNull();
    for (const label of ['发布于', '发布时间：', '文章上传日期：'])
      expect(shown(`${label}2026-06-08`)).toMatchObject({ on: '2026-06-08' });
  });
});
