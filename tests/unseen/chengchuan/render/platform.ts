import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DETAIL_SCRIPT, HTTP, LIST_SCRIPT, POLICY_SCRIPT, TREE_SCRIPT } from './scripts.js';
import type { SiteAnswer } from '../../model.js';

const VUE = readFileSync(createRequire(import.meta.url).resolve('vue/dist/vue.global.prod.js'));

const STYLE =
  '[v-cloak]{display:none}body{margin:0;font:15px/1.8 "Microsoft YaHei",sans-serif;color:#333}.hd{background:#1a5fb4;color:#fff;padding:24px 12%;font-size:26px}' +
  '.wrap{width:1200px;margin:20px auto;display:flex}.left{width:240px;margin-right:24px}.right{flex:1;min-width:0}.left p,.left span{cursor:pointer}li{list-style:none}' +
  '.row{display:flex;justify-content:space-between;border-bottom:1px dashed #ddd}.row em{font-style:normal;color:#999}.el-pager,.el-pager li{display:inline-block;margin:0;padding:0 8px;cursor:pointer}' +
  '.xxgk-meta{width:100%;border-collapse:collapse}.xxgk-meta td{border:1px solid #ddd;padding:6px 10px}.card{border:1px solid #e5e5e5;margin:10px 0;padding:12px;cursor:pointer}.content img{max-width:100%}iframe{width:100%;height:800px;border:0}';

/** A page of the platform: nothing of what it shows is in its source. The page tags were copied once and never changed. */
function page(title: string, body: string, script: string): SiteAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html;charset=UTF-8' },
    body: `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="renderer" content="webkit">
<meta name="viewport" content="width=device-width,initial-scale=1.0">
<title>${title}</title>
<meta name="SiteName" content="澄川经济开发区管理委员会">
<meta name="SiteIDCode" content="9913990031">
<meta name="ColumnName" content="政府信息公开">
<meta name="PubDate" content="2023-05-18 09:00">
<link rel="stylesheet" href="/zfxxgk/css/app.css">
<script src="/zfxxgk/js/vue.min.js"></script>
<script src="/zfxxgk/js/axios.min.js"></script>
</head>
<body>
<div class="hd">澄川经济开发区政府信息公开平台</div>
<noscript><strong>很抱歉，请启用 JavaScript 后访问本平台。</strong></noscript>
${body}
<script>
${script}
</script>
</body>
</html>`,
  };
}

const MENU =
  '<ul class="menu"><li><a href="/007/about.html">政府信息公开指南</a></li><li><a href="/zfxxgk/list.html?cid=1200">政府信息公开制度</a></li>' +
  '<li><a href="/zfxxgk/fdzdgknr.html">法定主动公开内容</a></li><li><a href="/006/006001/moreinfo.html">政府信息公开年报</a></li><li><a href="/zfxxgk/apply.html">依申请公开</a></li></ul>';

const INDEX = `<div id="app" class="wrap" v-cloak><div class="left">${MENU}</div>
<div class="right"><h3>最新公开</h3><ul><li class="row" v-for="item in rows" :key="item.infoId"><a :href="'detail.html?id=' + item.infoId" target="_blank">{{ plain(item.title) }}</a><em>{{ day(item.publishTime) }}</em></li></ul>
<p><a href="policy.html">政策文件库</a></p></div></div>`;

const STATUTORY = `<div id="app" class="wrap" v-cloak><div class="left">${MENU}</div>
<div class="right"><div v-for="node in tree" :key="node.channelId"><h3>{{ node.channelName }}</h3>
<a v-for="leaf in leaves(node)" :key="leaf.channelId" :href="'list.html?cid=' + leaf.channelId" style="margin-right:20px">{{ leaf.channelName }}</a></div></div></div>`;

const LIST = `<div id="app" class="wrap" v-cloak>
<div class="left">${MENU}<ul><li v-for="node in tree" :key="node.channelId"><p @click="node.children.length ? (node.open = !node.open) : choose(node)">{{ node.channelName }}</p>
<ul v-if="node.open"><li v-for="leaf in node.children" :key="leaf.channelId"><span @click="choose(leaf)">{{ leaf.channelName }}</span></li></ul></li></ul></div>
<div class="right"><h3>{{ name }}</h3>
<div v-if="years.length"><button v-for="y in years" :key="y" type="button" :class="{ on: y === year }" @click="pick(y)">{{ y }}年</button></div>
<ul class="list"><li class="row" v-for="item in rows" :key="item.infoId"><i v-if="item.isTop === '1'">[置顶]</i><a :href="href(item)" target="_blank" v-html="item.title"></a><em>{{ day(item.publishTime) }}</em></li></ul>
<p class="empty" v-if="loaded && !rows.length">暂无数据</p>
<div class="el-pagination" v-if="pages > 1"><span class="el-pagination__total">共 {{ total }} 条</span><button type="button" class="btn-prev" :disabled="pageNum === 1" @click="go(pageNum - 1)">上一页</button>
<ul class="el-pager"><li v-for="p in pages" :key="p" :class="['number', { active: p === pageNum }]" @click="go(p)">{{ p }}</li></ul>
<button type="button" class="btn-next" :disabled="pageNum === pages" @click="go(pageNum + 1)">下一页</button></div></div></div>`;

const POLICY = `<div id="app" class="wrap" v-cloak><div class="left">${MENU}</div>
<div class="right"><h3>政策文件库</h3><input v-model="keyword" placeholder="请输入标题关键词"><button type="button" @click="go(1)">搜索</button>
<div class="card" v-for="item in rows" :key="item.infoId" @click="open(item)"><h4>{{ plain(item.title) }}</h4><p><span v-if="item.fwzh">文号：{{ item.fwzh }}</span>　<span>发布日期：{{ day(item.publishTime) }}</span>　<span>{{ force(item.yxx) }}</span></p></div>
<div class="el-pagination"><button type="button" class="btn-prev" :disabled="pageNum === 1" @click="go(pageNum - 1)">上一页</button><ul class="el-pager"><li v-for="p in pages" :key="p" :class="['number', { active: p === pageNum }]" @click="go(p)">{{ p }}</li></ul>
<button type="button" class="btn-next" :disabled="pageNum === pages" @click="go(pageNum + 1)">下一页</button></div></div></div>`;

const DETAIL = `<div id="app"></div>
<script type="text/x-template" id="tpl">
<div class="wrap"><div class="right" v-if="info">
<table class="xxgk-meta" v-if="info.infoType === '1'"><tbody>
<tr><td>索 引 号：</td><td>{{ info.syh }}</td><td>信息分类：</td><td>{{ info.channelName }}</td></tr>
<tr><td>发布机构：</td><td>{{ info.fbjg }}</td><td>成文日期：</td><td>{{ date(info.cwrq) }}</td></tr>
<tr><td>文　　号：</td><td>{{ info.fwzh }}</td><td>发布日期：</td><td>{{ day(info.publishTime) }}</td></tr>
<tr><td>公开方式：</td><td>{{ info.gkfs }}</td><td>有 效 性：</td><td>{{ force(info.yxx) }}</td></tr>
</tbody></table>
<h2 class="title" style="text-align:center" v-html="info.title"></h2>
<div class="byline">发布时间：{{ minute(info.publishTime) }}　来源：{{ info.source }}　浏览次数：{{ info.hits }}</div>
<div class="content" v-if="info.contentType === '1'" v-html="unescape(info.content)"></div>
<iframe v-else :src="'/zfxxgk/pdfjs/web/viewer.html?file=' + encodeURIComponent('/prod-api' + info.pdfUrl)"></iframe>
<div class="fj" v-if="info.attachments.length"><h4>附件下载：</h4><p v-for="f in info.attachments" :key="f.fileId"><a :href="fileUrl(f)" target="_blank">{{ f.fileName }}</a> <em>({{ f.fileSize }})</em></p></div>
<div class="xg" v-if="info.relates.length"><h4>相关信息</h4><ul><li v-for="r in info.relates" :key="r.url"><b>{{ r.type === 'jd' ? '解读' : '文件' }}</b> <a :href="r.url">{{ r.title }}</a></li></ul></div>
</div><div class="right" v-else><p>{{ tip }}</p></div></div>
</script>`;

const APPLY = `<div id="app" class="wrap"><div class="left">${MENU}</div><div class="right"><h3>依申请公开</h3>
<p>公民、法人或者其他组织可以向本机关申请获取相关政府信息。收到申请后，能够当场答复的当场答复，不能当场答复的自收到之日起20个工作日内答复。</p>
<p>受理机构：澄川经济开发区管理委员会党政办公室　通信地址：澄川县开元大道1号　邮政编码：000000　联系电话：0000-6100100</p>
<form><p><label>申请人姓名 <input v-model="form.name"></label></p><p><label>所需政府信息 <textarea v-model="form.content"></textarea></label></p><p><button type="button" @click="submit">提交申请</button></p></form></div></div>`;

const APPLY_SCRIPT =
  "Vue.createApp({ data: function () { return { form: { name: '', content: '' } }; }, methods: { submit: function () { if (!this.form.name) alert('请填写申请人姓名'); } } }).mount('#app');";

const script = (body: string | Buffer): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/javascript' },
  body,
});

export function platformAt(path: string): SiteAnswer | null {
  switch (path.split('?')[0]) {
    case '/zfxxgk/':
    case '/zfxxgk/index.html':
      return page('政府信息公开平台', INDEX, TREE_SCRIPT);
    case '/zfxxgk/fdzdgknr.html':
      return page('法定主动公开内容', STATUTORY, TREE_SCRIPT);
    case '/zfxxgk/list.html':
      return page('政府信息公开', LIST, LIST_SCRIPT);
    case '/zfxxgk/policy.html':
      return page('政策文件库', POLICY, POLICY_SCRIPT);
    case '/zfxxgk/detail.html':
      return page('信息公开', DETAIL, DETAIL_SCRIPT);
    case '/zfxxgk/apply.html':
      return page('依申请公开', APPLY, APPLY_SCRIPT);
    case '/zfxxgk/css/app.css':
      return { status: 200, headers: { 'content-type': 'text/css' }, body: STYLE };
    case '/zfxxgk/js/vue.min.js':
      return script(VUE);
    case '/zfxxgk/js/axios.min.js':
      return script(HTTP);
    default:
      return null;
  }
}
