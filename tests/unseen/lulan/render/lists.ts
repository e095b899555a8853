import { homeWay, paths, unit } from '../addresses.js';
import { articles, documents, interpretations, others } from '../content/index.js';
import type { DocumentRow, OtherRow, Row } from '../types.js';
import { framed, shell } from './shell.js';
import { names } from './show.js';

const rowsOf = (sect: string): Row[] =>
  articles.filter((row) => row.sects.includes(sect)).sort((a, b) => (a.published < b.published ? 1 : -1));
const slice = <T>(rows: T[], page: number, size: number) => rows.slice((page - 1) * size, page * size);
const day = (row: Row) => row.published.slice(0, 10);
const bare = (row: Row) => day(row).replaceAll('-0', '-').split('-');
const cut = (title: string) => (title.length > 24 ? `${title.slice(0, 23)}...` : title);
const show = (row: Row, sect: string) => `show.jsp?unit=${unit}&sect=${sect}&id=${row.id}`;

/** The day of writing as the list of 乡政府文件 has it. */
function table(sect: string, page: number): string {
  const rows = rowsOf(sect) as DocumentRow[];
  const pages = Math.ceil(rows.length / 8);
  return `<table width=780 border=1><tr><td>序号</td><td>文号</td><td>文件名称</td><td>成文日期</td></tr>${slice(
    rows,
    page,
    8,
  )
    .map(
      (row, at) =>
        `<tr><td>${(page - 1) * 8 + at + 1}</td><td nowrap>${row.number}</td><td><a href=${show(row, sect)} target=_blank>${cut(row.title)}</a></td><td nowrap>${row.issued}</td></tr>`,
    )
    .join(
      '',
    )}</table><div align=center>共${pages}页 ${Array.from({ length: pages }, (_, at) => `<a href=list.jsp?unit=${unit}&sect=${sect}&pg=${at + 1}>[${at + 1}]</a>`).join(' ')}</div>`;
}

/** News and notices in one list, the class of each a link of its own before the title. */
function mixed(sect: string, page: number): string {
  const rows = rowsOf(sect) as (DocumentRow | OtherRow)[];
  const turn = (to: number, name: string) => `<a href="list.jsp?unit=${unit}&sect=${sect}&pg=${to}">${name}</a>`;
  return `<table width=780>${slice(rows, page, 8)
    .map((row) => {
      const [year, month, date] = bare(row);
      return `<tr><td>·[<a href="list.jsp?unit=${unit}&sect=${sect}">${row.label ?? '通知'}</a>]<a href='${show(row, sect)}' target=_blank>${row.title}</a></td><td align=right><font color=#999999>${year}年${month}月${date}日</font></td></tr>`;
    })
    .join(
      '',
    )}</table><div align=center>${page > 1 ? turn(page - 1, '上页') : '上页'} ${page * 8 < rows.length ? turn(page + 1, '下页') : '下页'}</div>`;
}

const plain = (sect: string) =>
  `<ul>${rowsOf(sect)
    .map(
      (row) =>
        `<li><a href="${show(row, sect)}" title="${row.title.replaceAll('"', '')}">${cut(row.title)}</a> (${day(row)})`,
    )
    .join('')}</ul>`;

export function listPage(sect: string, page: number): string | null {
  if (!(sect in names) || sect === '0102' || sect === '0105' || sect === '0111') return null;
  const list = sect === '0101' ? table(sect, page) : sect === '0103' ? mixed(sect, page) : plain(sect);
  return shell(`<div class=lm>${names[sect]}</div>${list}`);
}

/** Lists within the frames: six rows, further ones by a form of GET that a script sends. */
export function framePage(sect: string, page: number): string | null {
  if (!(sect in names)) return null;
  const rows = rowsOf(sect);
  const pages = Math.ceil(rows.length / 6);
  return framed(`<b>${names[sect]}</b><table width="98%">${slice(rows, page, 6)
    .map(
      (row) =>
        `<TR><TD>◆ <A HREF="../${show(row, sect)}" TARGET=_blank>${row.title}</A></TD><TD NOWRAP>[${bare(row).join('/')}]</TD></TR>`,
    )
    .join('')}</table>
<form name=pf action="right.jsp" method=get><input type=hidden name=unit value="${unit}"><input type=hidden name=sect value="${sect}"><input type=hidden name=pg value="${page}">
第${page}页/共${pages}页 ${page < pages ? `<a href="javascript:topage(${page + 1})">下一页</a>` : ''} ${page > 1 ? `<a href="javascript:topage(${page - 1})">上一页</a>` : ''}</form>
<script language=javascript>function topage(n){document.pf.pg.value=n;document.pf.submit();}</script>`);
}

const brief = (name: string, rows: Row[], more: string) =>
  `<table width=390><tr><td bgcolor=#eeeeee>${name}　<a href="${more}">更多</a></td></tr>${rows
    .map(
      (row) => `<tr><td>·<a href="${homeWay(row).replace('/xz/', '')}" target=_blank>${cut(row.title)}</a></td></tr>`,
    )
    .join('')}</table>`;

export const homePage = (): string =>
  shell(
    brief('工作动态', others.slice(0, 3), `list.jsp?unit=${unit}&sect=0106`) +
      brief(
        '乡政府文件',
        documents.filter(({ id }) => [30416, 30421, 30411].includes(id)),
        `list.jsp?unit=${unit}&sect=0101`,
      ) +
      brief('通知公示', rowsOf('0103').slice(0, 3), `list.jsp?unit=${unit}&sect=0103`) +
      brief('政策解读', interpretations.slice(0, 2), `list.jsp?unit=${unit}&sect=0104`) +
      `<a href="gk/index.jsp?unit=${unit}"><img src="/images/zwgk.gif" alt="政府信息公开" border=0></a>`,
  );

/** The tree of the left frame: a script holds it, as the old dTree does. */
export const treePage = (): string =>
  framed(`<script src="/js/dtree.js"></script><script type="text/javascript">
<!--
d = new dTree('d');
d.add(0,-1,'鹿栏乡政府信息公开');
d.add(1,0,'政府信息公开指南','page.jsp?unit=${unit}&p=zn','','main');
d.add(2,0,'政府信息公开制度','page.jsp?unit=${unit}&p=zd','','main');
d.add(3,0,'法定主动公开内容');
d.add(31,3,'乡政府文件','right.jsp?unit=${unit}&sect=0101','','main');
d.add(32,3,'党政办文件','right.jsp?unit=${unit}&sect=0102','','main');
d.add(33,3,'历年文件','right.jsp?unit=${unit}&sect=0111','','main');
d.add(34,3,'政策解读','right.jsp?unit=${unit}&sect=0104','','main');
d.add(4,0,'主动公开基本目录','${paths.catalogue}','','_blank');
d.add(5,0,'政府信息公开年报','right.jsp?unit=${unit}&sect=0105','','main');
d.add(6,0,'依申请公开','page.jsp?unit=${unit}&p=sq','','main');
document.write(d);
//-->
</script>`);

export const tree = `function dTree(n){this.n=n;this.a=[];}
dTree.prototype.add=function(id,pid,name,url,title,target){this.a.push([id,pid,name,url,target]);};
dTree.prototype.toString=function(){var s='<div class="dtree">';for(var i=0;i<this.a.length;i++){var o=this.a[i];
s+='<div class="dTreeNode">'+(o[3]?'<a class="node" href="'+o[3]+'" target="'+o[4]+'">'+o[2]+'</a>':o[2])+'</div>';}return s+'</div>';};`;
