import { describe, expect, it } from 'vitest';
import type { FootMark } from './model.js';
import { readFoot } from './foot-marks.js';
import { parsePage } from './parsed-page.js';

const visit = {
  as: 'home' as const,
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 0,
};

const footOf = (body: string) =>
  readFoot(
    parsePage({ url: 'https://www.yunling.example/', text: `<body>${body}</body>`, contentType: 'text/html', visit }),
  );

describe('the marks at the foot of a home page', () => {
  it.each<[string, FootMark[]]>([
    ['<div class="footer">主办单位：云岭县人民政府　承办：云岭县政府办</div>', ['主办单位']],
    ['<p>版权所有 &copy; 云岭县人民政府</p>', ['主办单位']],
    ['<TD>网站标识码：5399990001</TD>', ['网站标识码']],
    ['<p>网站标识码bm55000001</p>', ['网站标识码']],
    ['<span>网站标识码：</span><span>5399990001</span>', ['网站标识码']],
    ['<p><a href="https://beian.miit.gov.cn/">示ICP备00000000号-1</a></p>', ['ICP备案编号']],
    ['<p>示公网安备 53999902000001号</p>', ['公安机关备案标识']],
    ['<div>联系电话：0999-1234560</div>', ['联系方式']],
    ['<div><a href="/lx.html">联系我们</a> <a href="/wz.html">网站地图</a></div>', ['联系方式', '站点地图']],
    ['<img src="/i/dzjg.png"><script src="https://dcs.conac.example/dzjg.js"></script>', ['党政机关网站标识']],
    ['<a href="https://bszs.example/method"><img src="1.png" alt="党政机关"></a>', ['党政机关网站标识']],
    ['<p>政府网站 党政机关 网站标识</p>', ['党政机关网站标识']],
    ['<script id="_jiucuo_" data-sitecode="5399990001"></script>', ['找错入口']],
  ])('%s', (body, marks) => {
    expect(footOf(body)).toEqual({ shown: marks, hinted: [] });
  });

  it.each<[string, FootMark]>([
    ['<img src="/i/gongan.png">', '公安机关备案标识'],
    [
      '<a href="https://www.beian.gov.cn/portal/registerSystemInfo?recordcode=1"><img src="a.png"></a>',
      '公安机关备案标识',
    ],
    ['<p style="display:none">网站标识码：5399990001</p>', '网站标识码'],
    ['<a href="/wzdt/"><img src="b.png"></a>', '站点地图'],
  ])('only hints: %s', (body, mark) => {
    expect(footOf(body)).toEqual({ shown: [], hinted: [mark] });
  });

  it('reads no mark into the contents of the page', () => {
    const news =
      '<li>县公安局通报一起案件</li><li>由县总工会主办的运动会开幕</li><li>今年ICP企业增加</li><li><a href="/1.html" title="党政机关要带头过紧日子">党政机关要带头过紧日子</a></li>';
    const filler = '<li>全县经济工作会议召开</li>'.repeat(60);
    expect(footOf(`<p>咨询电话：0999-1234560</p>${news}${filler}`)).toEqual({ shown: [], hinted: [] });
  });

  it('knows a frame at the foot, whose contents were not read', () => {
    expect(footOf('<iframe src="/foot.html"></iframe>').framed).toBe(true);
    const above = `<iframe src="/weather.html"></iframe>${'<p>要闻一则</p>'.repeat(80)}`;
    expect(footOf(above).framed).toBeUndefined();
  });

  it('stays bounded on hostile text', () => {
    const hostile = `<p>${'标识码'.repeat(200_000)}</p><p>${'主办 '.repeat(100_000)}</p><p>${'0'.repeat(300_000)}</p>`;
    expect(footOf(hostile).shown).toEqual([]);
  });
});
