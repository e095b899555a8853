import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { assembleSite, type ColumnKey, readPage, type ReadCapture } from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const prose = '近日，云岭县人民政府印发了有关文件，明确了建设、补助和监督管理等事项，现就有关内容解读如下。';

function article(path: string, title: string, key: ColumnKey, inside: string, around = ''): ReadCapture {
  const visit: Visit = {
    as: 'detail',
    columnKey: key,
    columnName: null,
    from: host,
    linkText: title,
    listPage: 1,
    depth: 2,
  };
  const text = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2025-03-01"><h1>${title}</h1>
<div class="TRS_Editor"><p>${prose}</p>${inside}</div>${around}`;
  const url = host + path;
  return {
    capture: `capture of ${url}`,
    url,
    finalUrl: url,
    fetchedAt: '2026-06-30T00:00:00Z',
    outcome: 'ok',
    visit,
    unrendered: false,
    reading: readPage({ url, text, contentType: 'text/html', visit }, []),
  };
}

const forests = '云岭县人民政府关于印发《云岭县林地管理办法》的通知';
const policy = (around = '', inside = '') => article('/p/1.html', forests, 'policy', inside, around);
const other = article('/p/2.html', '云岭县人民政府关于印发《云岭县古树名木保护办法》的通知', 'policy', '');
const pairOf = (title: string, inside: string, around = '', more: ReadCapture[] = [policy(), other]) => {
  const { interpretations } = assembleSite([article('/j/1.html', title, 'interpretation', inside, around), ...more]);
  const [{ policy: found, linksToPolicy, linkedFromPolicy } = { policy: null, linksToPolicy: null }] =
    interpretations as Partial<(typeof interpretations)[number]>[];
  return [found?.url?.replace(host, '') ?? found?.title ?? null, linksToPolicy, linkedFromPolicy ?? false];
};

describe('an interpretation links to its policy', () => {
  it.each<[string, string, string]>([
    ['by words that name nothing', '谁来管林子', '<p><a href="/p/1.html">点击查看政策原文&gt;&gt;</a></p>'],
    ['by four characters', '谁来管林子', '<p>【<a href="/p/1.html">原文链接</a>】</p>'],
    [
      'by a script',
      '谁来管林子',
      `<p><a href="javascript:void(0)" onclick="window.open('/p/1.html');return false;">查看政策原文</a></p>`,
    ],
    [
      'by its number, the name in the title being eaten',
      '《云岭县人民政府关于印发的通知》政策解读',
      '<p>对<a href="/p/1.html">云政发〔2025〕1号</a>解读如下。</p>',
    ],
    [
      'by its bare name',
      '《云岭县林地保护标准》解读',
      '<p>现就<a href="/p/1.html">云岭县林地保护标准</a>解读如下。</p>',
    ],
    ['by whatever words', '谁来管林子', '<p>详见<a href="/p/1.html">这份刚刚出台的文件</a>。</p>'],
    ['by a button below the text', '谁来管林子', '</div><p><a href="/p/1.html" title="政策原文">政策原文</a></p><div>'],
    ['in a card with a badge', '谁来管林子', `</div><a href="/p/1.html"><span>原文</span>${forests}</a><div>`],
    ['in a block', '谁来管林子', `<div><b>关联政策</b><ul><li><a href="/p/1.html">${forests}</a></li></ul></div>`],
  ])('%s', (_, title, inside) => {
    expect(pairOf(`${title}解读`, inside)).toEqual(['/p/1.html', true, false]);
  });

  it('and not by the link to another one in its text', () => {
    const inside = '<p>与<a href="/p/2.html">云政发〔2025〕2号</a>相衔接。</p>';
    expect(pairOf('《云岭县林地管理办法》解读', inside)).toEqual(['/p/1.html', false, false]);
    expect(pairOf('《云岭县湿地保护规划》解读', inside)).toEqual(['云岭县湿地保护规划', false, false]);
  });

  it('and not by neighbours, other lists, or a link in a comment', () => {
    const around = `<p>上一篇：<a href="/p/1.html">${forests}</a></p><div><h5>热门信息</h5><a href="/p/1.html">${forests}</a></div>`;
    expect(pairOf('谁来管林子解读', `<!-- <a href="/p/1.html">政策原文</a> -->`, around)).toEqual([null, false, false]);
  });

  it('whose short name stands behind the form of the interpretation', () =>
    expect(pairOf('动漫解读｜林地管理办法', '')).toEqual(['/p/1.html', false, false]));

  it('which is no programme of radio or television named in the title', () => {
    const link = '<p>近日，<a href="/p/1.html">《云岭县林地管理办法》</a>印发。</p>';
    for (const title of ['县林业局做客《政风行风热线》解读林地管理', '县林业局负责人做客《云岭早班车》解读林地管理'])
      expect(pairOf(title, link)).toEqual(['/p/1.html', true, false]);
    for (const guest of ['做客直播间', '做客《阳光问政》'])
      expect(pairOf(`县林业局${guest}解读《云岭县湿地保护办法》`, '')).toEqual(['云岭县湿地保护办法', false, false]);
  });

  it('and names the one that is not here, with or without 《》', () => {
    const text = '<p>《山岭省湿地保护办法》由省政府印发。</p><p>《中华人民共和国湿地保护法》另有规定。</p>';
    expect(pairOf('山岭省湿地保护办法政策解读', text)).toEqual(['山岭省湿地保护办法', false, false]);
  });
});

describe('a table of related links', () => {
  const row = (href: string, title: string) => `<tr><td>·<a href="${href}" title="${title}">${title}</a></td></tr>`;
  const table = (heading: string, ...rows: string[]) =>
    `<table class="box"><tr><td class="bt">${heading}</td></tr>${rows.join('')}</table>`;

  it('leads an interpretation to its policy, in its second row too', () => {
    const rows = [row('/p/3.html', '中华人民共和国森林法'), row('/p/1.html', forests)];
    expect(pairOf('谁来管林子解读', '', table('相关文件', ...rows))).toEqual(['/p/1.html', true, false]);
  });

  it('leads a policy to its interpretation, also where the table is hidden or only a click opens it', () => {
    const link = row('/j/1.html', '【音频解读】谁来管林子');
    const click = `<tr><td>·<a href="javascript:void(0)" onclick="window.open('/j/1.html')">【音频解读】谁来管林子</a></td></tr>`;
    const hidden = table('解读链接', link).replace('<table', '<table style="display:none"');
    for (const around of [table('相关解读', link), table('政策解读', click), hidden])
      expect(pairOf('【音频解读】谁来管林子', '', '', [policy(around)])).toEqual(['/p/1.html', false, true]);
  });

  it('is none of the article where it stands in a column of the layout beside it', () => {
    const body = `<div class="TRS_Editor"><p>${prose}</p></div>`;
    const side = table('政策文件', row('/p/1.html', forests));
    const layout = `<table><tr><td>${body}</td><td>${side}</td></tr></table>`;
    const page = article('/j/1.html', '谁来管林子解读', 'interpretation', '');
    const text = `<meta name="ArticleTitle" content="谁来管林子解读"><h1>谁来管林子解读</h1>${layout}`;
    const { detail } = readPage({ url: page.url, text, contentType: 'text/html', visit: page.visit }, []);
    expect(detail?.interprets).toEqual([]);
  });

  it('is none where its rows are text, or its first row is no heading', () => {
    const said = `<tr><td>政策文件</td></tr><tr><td>${prose}<a href="/p/1.html">${forests}</a>${prose}</td></tr>`;
    for (const around of [`<table>${said}</table>`, table('热门信息', row('/p/1.html', forests))])
      expect(pairOf('谁来管林子解读', '', around)).toEqual([null, false, false]);
  });
});

describe('a policy links to its interpretation', () => {
  const linked = [policy('<div><b>相关链接</b><ul><li><a href="/j/1.html">一问一答：谁来管林子</a></li></ul></div>')];

  it('by a title that does not say what it is', () => {
    expect(pairOf('谁来管林子政策解读', '', '', linked)).toEqual(['/p/1.html', false, true]);
  });

  it('by a script right below it', () => {
    const script = `<script>document.write('<p><b>相关解读：</b><a href="/j/1.html">【视频解读】《云岭县林地管理办法》</a></p>');</script>`;
    expect(pairOf('【视频解读】《云岭县林地管理办法》', '', '', [policy(script)])).toEqual(['/p/1.html', false, true]);
  });

  it('by a card with a badge, or by words in its text that do not say what it is', () => {
    const card = '<a href="/j/1.html"><span class="badge">解读</span>谁来管林子</a>';
    const words = '<p>操作要点见<a href="/j/1.html">访谈回放</a>。</p>';
    for (const page of [policy(card), policy('', words)])
      expect(pairOf('《云岭县林地管理办法》解读', '', '', [page])).toEqual(['/p/1.html', false, true]);
  });

  it('by a pane that a tab of its page shows', () => {
    const tabs = (name: string) =>
      `<div><a href="#yw">政策原文</a><a href="#jd">${name}</a></div><div id="jd" style="display:none"><ul><li><a href="/j/1.html">谁来管林子？</a><em>2025-03-02</em></li></ul></div>`;
    for (const name of ['政策解读', '政策问答'])
      expect(pairOf('谁来管林子？', '', '', [policy(tabs(name))])).toEqual(['/p/1.html', false, true]);
    expect(pairOf('谁来管林子？', '', '', [policy(tabs('热门信息'))])).toEqual([null, false, false]);
  });

  it('by rows that a script draws, or an island of data holds', () => {
    const drawn = `<div id="rel"></div><script>var rel=[{"t":"谁来管林子","u":"/j/1.html"}];document.getElementById('rel').innerHTML='<b>相关解读</b>'+rel.map(function(r){return '<a class="card" href="'+r.u+'">'+r.t+'</a>'}).join('');</script>`;
    const island = `<div id="xg"><script type="text/xml"><datastore><record><![CDATA[<li><a href="/j/1.html">图解：《云岭县林地管理办法》</a></li>]]></record></datastore></script></div>`;
    for (const around of [drawn, island])
      expect(pairOf('图解：《云岭县林地管理办法》', '', '', [policy(around)])).toEqual(['/p/1.html', false, true]);
  });

  it('and not by the neighbours of its list', () => {
    const around = '<div class="near"><p>上一篇：<a href="/j/1.html">《云岭县林地管理办法》解读</a></p></div>';
    expect(pairOf('《云岭县林地管理办法》解读', '', '', [policy(around)])).toEqual(['/p/1.html', false, false]);
  });

  it('by a script that writes a table row by row', () => {
    const script = `<script>document.write('<table class="box"><tr><td class="bt">相关解读</td></tr>');
document.write('<tr><td>·<a href="/j/1.html" target=_blank>谁来管林子政策解读<\\/a><\\/td><\\/tr>');
document.write('<\\/table>');</script>`;
    expect(pairOf('谁来管林子政策解读', '', '', [policy(script)])).toEqual(['/p/1.html', false, true]);
  });

  it('by links that only bullets and line breaks part from their heading', () => {
    const link = (path: string, words: string) => `<a href="${path}">${words}</a>`;
    const block = `<div><b>相关文章：</b><br>·${link('/j/7.html', '谁来管湿地政策解读')}(2025-3-1)<br>·${link('/j/1.html', '谁来管林子政策解读')}<br></div>`;
    expect(pairOf('谁来管林子政策解读', '', '', [policy(block)])).toEqual(['/p/1.html', false, true]);
    const said = `<div><b>相关文章：</b>另见 ${link('/j/1.html', '谁来管林子')}</div>`;
    expect(pairOf('谁来管林子政策解读', '', '', [policy(said)])).toEqual([null, false, false]);
  });

  it('and not by a mention where the interpretation names another one', () => {
    expect(pairOf('《云岭县古树名木保护办法》解读', '', '', [...linked, other])).toEqual(['/p/2.html', false, false]);
  });
});
