import { legacy } from '../content/index.js';
import type { OldDoc } from '../types.js';

/** News among the old notices. */
export const oldNews = {
  id: 1050,
  title: '全市教育工作会议召开',
  published: '2018-3-1 17:00:00',
  body: ['3月1日，全市教育工作会议召开，总结2017年工作，部署2018年任务。'],
};

const classes: Record<string, { name: string; page: OldDoc['page']; size: number }> = {
  '3': { name: '政策文件', page: 'zcwj', size: 3 },
  '5': { name: '公告公示', page: 'tzgg', size: 10 },
};

const head = (title: string) =>
  `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>${title}</TITLE>
<SCRIPT language=javascript>
function openWin(id){ window.open('show.asp?id='+id,'_blank','width=780,height=560,scrollbars=yes'); }
</SCRIPT></HEAD>`;

export const frames = () =>
  `${head('双塔市教育局政务公开')}<FRAMESET rows="90,*" border=0><FRAME src="top.asp" name=top noresize><FRAMESET cols="180,*"><FRAME src="left.asp" name=left><FRAME src="list.asp?classid=3" name=main></FRAMESET><NOFRAMES><BODY>您的浏览器不支持框架</BODY></NOFRAMES></FRAMESET></HTML>`;

export const top = () =>
  `${head('')}<BODY bgcolor=#0066cc><FONT color=#ffffff size=6 face=隶书>双塔市教育局　政务公开</FONT></BODY></HTML>`;

export const left = () =>
  `${head('')}<BODY><TABLE width=160><TR><TD><A href="list.asp?classid=3" target=main>政策文件</A></TD></TR><TR><TD><A href="notice.asp" target=main>公告公示</A></TD></TR><TR><TD><A href="/" target=_top>返回新版</A></TD></TR></TABLE></BODY></HTML>`;

export const notice = () =>
  `${head('公告公示')}<BODY><CENTER><FONT size=4><B>公告公示</B></FONT><BR><IFRAME src="list.asp?classid=5" width="96%" height=460 frameborder=0></IFRAME></CENTER></BODY></HTML>`;

/** `2016-3-9 9:05:00` as lists write it: `[16-03-09]`. */
const short = (published: string) => {
  const [year, month, day] = published.split(' ')[0]!.split('-');
  return `[${year!.slice(2)}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}]`;
};

export function list(classId: string, page: number): string | null {
  const kind = classes[classId];
  if (!kind) return null;
  const all: { id: number; title: string; published: string }[] = legacy.filter(({ page: of }) => of === kind.page);
  if (kind.page === 'tzgg') all.unshift(oldNews);
  const pages = Math.ceil(all.length / kind.size);
  const rows = all
    .slice((page - 1) * kind.size, page * kind.size)
    .map(
      ({ id, title, published }) =>
        `<TR><TD height=24>·<A href="javascript:openWin('${id}')" title="${title}">${title.length > 24 ? `${title.slice(0, 23)}...` : title}</A></TD><TD width=80><FONT color=#999999>${short(published)}</FONT></TD></TR>`,
    );
  const turn = [
    page > 1 && `<A href="list.asp?classid=${classId}&page=${page - 1}">上一页</A>`,
    page < pages && `<A href="list.asp?classid=${classId}&page=${page + 1}">下一页</A>`,
  ].filter(Boolean);
  return `${head(kind.name)}<BODY><TABLE width="98%" border=0 cellspacing=0>${rows.join('\n')}</TABLE><P align=center>共${all.length}条 第${page}/${pages}页 ${turn.join(' ')}</P></BODY></HTML>`;
}

export function show(id: number): string {
  const doc = legacy.find((one) => one.id === id);
  const news = id === oldNews.id ? oldNews : null;
  const entry = doc ?? news;
  if (!entry) return `<SCRIPT language=javascript>alert('参数错误！');history.back();</SCRIPT>`;
  const number = doc?.number
    ? `<TR><TD align=center><FONT color=#cc0000>${doc.numberShown ?? doc.number}</FONT></TD></TR>`
    : '';
  const lines = entry.body.map((line) => `<P>　　${line}<BR>`);
  if (doc) lines.push(...doc.signature.map((line) => `<P align=right>${line}　　`));
  if (doc?.attachment)
    lines.push(`<P>附件：<A href="UploadFile/${doc.attachment.file}" target=_blank>${doc.attachment.name}</A>`);
  return `${head(entry.title)}<BODY topmargin=0><TABLE width=740 align=center border=0><TR><TD align=center height=50><FONT size=4 color=#000099><STRONG>${entry.title}</STRONG></FONT></TD></TR>${number}<TR><TD align=center bgcolor=#eeeeee>作者：办公室　来源：本站　点击数：<SCRIPT src="count.asp?id=${id}"></SCRIPT>　更新时间：${entry.published}</TD></TR><TR><TD style="FONT-SIZE: 14px; LINE-HEIGHT: 180%"><FONT face=仿宋_GB2312>${lines.join('\n')}</FONT></TD></TR><TR><TD align=right>【<A href="javascript:window.print()">打印此页</A>】【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR></TABLE></BODY></HTML>`;
}
