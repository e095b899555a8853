/** The site of the crawl bench: article pages of 32–69 KB as government sites have them, and the lists that lead to them. */

export interface BenchPages {
  /** Path → HTML. */
  pages: Map<string, string>;
  details: string[];
}

const perList = 20;

export function benchPages(articles: number): BenchPages {
  const pages = new Map<string, string>();
  const details: string[] = [];
  for (let n = 0; n < articles; n++) {
    const path = `/zwgk/zcwj/${dateOf(n).slice(0, 7).replace('-', '')}/t${dateOf(n).replaceAll('-', '')}_${90000 + n}.html`;
    details.push(path);
    pages.set(path, articlePage(n));
  }
  const lists = Math.ceil(articles / perList);
  for (let n = 0; n < lists; n++) {
    const rows = details
      .slice(n * perList, (n + 1) * perList)
      .map(
        (path, index) =>
          `<li><a href="${path}" title="${titleOf(n * perList + index)}">${titleOf(n * perList + index)}</a><span>${dateOf(n * perList + index)}</span></li>`,
      );
    pages.set(
      n === 0 ? '/zwgk/zcwj/' : `/zwgk/zcwj/index_${n}.html`,
      shell(
        '政策文件',
        `<ul class="list">${rows.join('\n')}</ul><script>createPageHTML(${lists}, ${n}, "index", "html");</script>`,
      ),
    );
  }
  pages.set('/', shell('青溪县人民政府', `<p><a href="/zwgk/">政府信息公开</a></p>`));
  pages.set('/zwgk/', shell('政府信息公开', `<ul><li><a href="/zwgk/zcwj/">政策文件</a></li></ul>`));
  return { pages, details };
}

function dateOf(n: number): string {
  return new Date(Date.UTC(2024, 0, 2 + (n % 700))).toISOString().slice(0, 10);
}

function titleOf(n: number): string {
  return `青溪县人民政府关于印发《青溪县第${n + 1}号公共服务事项实施办法》的通知`;
}

function articlePage(n: number): string {
  const paragraphs = Array.from(
    { length: 60 + ((n * 37) % 110) },
    (_, index) =>
      `<p class="MsoNormal" style="text-indent:32pt;line-height:28pt;"><span style="font-family:仿宋_GB2312;font-size:16pt;">第${index + 1}条　各乡镇人民政府、县政府各部门应当依照本办法第${n + 1}号的规定，及时、准确、全面公开有关事项，并接受群众监督。</span></p>`,
  );
  const day = dateOf(n);
  return shell(
    titleOf(n),
    `<div class="article"><table class="info"><tr><td>索 引 号：</td><td>11620800/2024-${String(n).padStart(5, '0')}</td><td>发文机关：</td><td>青溪县人民政府</td></tr>
<tr><td>成文日期：</td><td>${day}</td><td>发文字号：</td><td>青政发〔${day.slice(0, 4)}〕${n + 1}号</td></tr></table>
<h1>${titleOf(n)}</h1><div class="line">发布时间：${day} 09:${String(n % 60).padStart(2, '0')}　来源：县政府办公室</div>
<div class="TRS_Editor">${paragraphs.join('\n')}<p style="text-align:right">青溪县人民政府</p><p style="text-align:right">${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日</p></div>
<p class="files">附件：<a href="./P0${90000 + n}.pdf" appendix="true">1.事项清单.pdf</a></p></div>`,
    `<meta name="ArticleTitle" content="${titleOf(n)}"><meta name="PubDate" content="${day} 09:${String(n % 60).padStart(2, '0')}"><meta name="ContentSource" content="县政府办公室"><meta name="ColumnName" content="政策文件">`,
  );
}

function shell(title: string, body: string, metas = ''): string {
  const navigation = Array.from(
    { length: 120 },
    (_, index) => `<li class="nav-${index % 7}"><a href="/lm/${index}/" target="_blank">栏目导航第${index}项</a></li>`,
  ).join('\n');
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta name="SiteName" content="青溪县人民政府"><meta name="SiteDomain" content="qingxi.example">${metas}</head>
<body><div class="head"><ul class="nav">${navigation}</ul></div><div class="main">${body}</div><div class="foot"><p>主办：青溪县人民政府办公室　网站标识码：6208990001</p></div></body></html>`;
}
