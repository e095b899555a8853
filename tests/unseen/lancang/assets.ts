/** Scripts and the style sheet that the pages ask for. */
const common = `
function getHits(id) { return '<i class="hits">' + (Number(id) % 900 + 61) + '次</i>'; }
function getJson(url, done) {
  var x = new XMLHttpRequest();
  x.open('GET', url);
  x.onload = function () { done(JSON.parse(x.responseText)); };
  x.send();
}
function toQuery(o) { return Object.keys(o).map(function (k) { return k + '=' + encodeURIComponent(o[k]); }).join('&'); }
function chinaDay(t) { return new Date(new Date(t).getTime() + 8 * 3600 * 1000).toISOString().substr(0, 10); }
function showLinks() {
  var box = document.querySelector('.xxgk_xglj');
  if (box && box.querySelectorAll('li').length > 0) box.style.display = 'block';
}
function allSearch() { var k = document.getElementById('allsearch_text').value; if (!k) { alert('请输入检索关键字！'); } }
function renderChannelTemplate(id, items, out) {
  var t = document.getElementById(id).innerHTML.replace(/{{[#\\/][^}]*}}/g, '');
  document.getElementById(out).innerHTML = items.map(function (item) {
    return t.replace(/{{(\\w+)}}/g, function (_, k) { return item[k]; });
  }).join('');
}
var aria = { start: function () {}, oldFixedStart: function () {} };
`;

const turn = `
function createPageHTML(holder, pages, current, name, suffix, total) {
  function file(n) { return name + (n > 1 ? '_' + n : '') + '.' + suffix; }
  var html = '<span>共' + total + '条</span>';
  for (var n = 1; n <= pages; n++) html += n === current ? '<span class="current">' + n + '</span>' : '<a href="' + file(n) + '">' + n + '</a>';
  if (current < pages) html += '<a href="' + file(current + 1) + '">下一页</a>';
  var box = document.getElementById(holder);
  if (box) box.innerHTML = html;
}
function unfold(id) {
  var list = document.getElementById(id), nodes = list.childNodes;
  for (var i = 0; i < nodes.length; i++) {
    if (nodes[i].nodeType !== 8) continue;
    var text = nodes[i].nodeValue, scripts = text.match(/<script>[^<]*<\\/script>/g) || [];
    list.innerHTML = text.replace(/<script>[^<]*<\\/script>/g, '');
    scripts.forEach(function (s) { new Function(s.replace(/<\\/?script>/g, ''))(); });
    return;
  }
}
function turnPages(holder, pages, current, call) {
  var html = '';
  for (var n = 1; n <= pages; n++) html += n === current ? '<span class="current">' + n + '</span>' : '<a href="javascript:' + call + '(' + n + ');">' + n + '</a>';
  document.getElementById(holder).innerHTML = pages > 1 ? html : '';
}
`;

const style = `
*{margin:0;padding:0;box-sizing:border-box}body{font:16px/1.8 "Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;color:#333;background:#f4f7fb}
a{color:#333;text-decoration:none}a:hover{color:#1d62b3}ul{list-style:none}.w{width:1200px;margin:0 auto}
.top_box{background:linear-gradient(#dcebfb,#fff)}.top{height:150px;position:relative}.top .tools{position:absolute;right:0;top:10px;font-size:14px}.tools a{margin-left:14px}
.logo{position:absolute;left:0;top:40px}.logo em{display:block;font:bold 36px/48px "Microsoft YaHei","WenQuanYi Micro Hei";color:#b3201b}.logo i{font:13px Arial;color:#888}
.search_box{position:absolute;right:0;bottom:26px}.search_txt{width:300px;height:38px;border:1px solid #1d62b3;padding:0 12px}.search_btn{height:38px;width:76px;border:0;background:#1d62b3;color:#fff}
.nav_box{background:#1d62b3}.nav a{display:inline-block;color:#fff;padding:0 27px;line-height:54px;font-size:17px}
.BreadcrumbNav{padding:16px 0;font-size:14px;color:#777}.article,.right_con,.hm_box,.dl_nav01{background:#fff;border:1px solid #e2e8f0}
.article{padding:30px 60px 50px}.article h1{text-align:center;font-size:28px;line-height:44px;padding:20px 40px;color:#b3201b}
.info{border-bottom:1px dashed #ccc;font-size:14px;color:#777;display:flex;justify-content:space-between;padding:8px 0;margin-bottom:24px}.info span{margin-right:16px}.hits{margin-left:18px;font-style:normal}.hits:before{content:"浏览："}
.m-share,.m-share div{display:flex;gap:8px}.m-share i{font-style:normal}.changeSize span{margin:0}.detailContent p{line-height:2.1;font-size:17px}
.xxgk_meta{display:flex;flex-wrap:wrap;border:1px solid #d5e0ee;background:#f7fafe}.xxgk_meta li{width:50%;display:flex;padding:8px 16px}.sub{width:90px;font-weight:bold}
.xxgk_info{background:#f7fafe;border:1px solid #d5e0ee;padding:12px 20px;columns:2}.xxgk_article{width:100%;border:1px solid #d5e0ee;background:#f7fafe}.xxgk_article td{padding:8px 14px}
.xxgk_xglj{margin-top:30px;border-top:2px solid #1d62b3;padding-top:10px}.dygb{text-align:right;font-size:14px;margin-top:20px}#div_div{font-size:12px;color:#999;text-align:center;padding:20px}
.qingli,.nb{border-collapse:collapse;margin:10px auto;width:90%}.qingli td,.qingli th,.nb td{padding:4px 10px;border:1px solid #999}
.two{display:flex;gap:20px;align-items:flex-start}.dl_nav01{width:260px;flex:none}.dl_nav01 h3{font-weight:400;border-bottom:1px solid #e4e4e4;padding:14px 24px}.dl_nav01 h3.on{background:#1d62b3}.on a{color:#fff}.sideMenu li{padding:6px 40px;font-size:15px}
.right_con{flex:1;padding:24px 36px;min-height:460px}.lm_title{border-bottom:2px solid #1d62b3;font-size:22px;margin-bottom:14px;color:#1d62b3}
.list_con li{display:flex;justify-content:space-between;gap:20px;border-bottom:1px dotted #ddd;padding:9px 0}.list_con b,.list_con .date{font-weight:400;color:#888;flex:none}.wjk a{flex:1}.wjk span{color:#666;font-size:14px;flex:none}
.page,.pagination{text-align:center;padding:24px}.page a,.page span,.pagination a,.pagination span{display:inline-block;border:1px solid #ccc;padding:2px 12px;margin:0 3px}.current{background:#1d62b3;color:#fff}
.home{display:grid;grid-template-columns:1fr 1fr;gap:20px;padding:20px 0}.hm_box{padding:16px 24px}.hm_box h2{font-size:20px;border-bottom:2px solid #1d62b3;color:#1d62b3;display:flex;justify-content:space-between}.hm_box h2 a{font-size:13px;color:#999}
.zxft_title span{display:block;background:#eef5fd;padding:6px 16px}.zxft_list li{padding:10px 0}.zxft_list em{font-style:normal;color:#1d62b3}.footer{background:#1b3d66;color:#cfdcec;font-size:14px;text-align:center;margin-top:30px;padding:28px 0}.footer a{color:#cfdcec}.jiucuo{border:1px solid #cfdcec;padding:2px 8px;margin-left:12px}
`;

export const assets: Record<string, { type: string; body: string }> = {
  '/xhtml/static/js/common.js': { type: 'application/javascript; charset=utf-8', body: common },
  '/xhtml/static/js/page.js': { type: 'application/javascript; charset=utf-8', body: turn },
  '/xhtml/static/css/common.css': { type: 'text/css; charset=utf-8', body: style },
};
