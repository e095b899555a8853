/** Script of every page: shows the block 相关链接 when it has items, turns the static groups of a list. */
export const siteScript = `(function () {
  function ready(run) { document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', run) : run(); }
  function staticLists(holder) {
    var groups = holder.querySelectorAll('[ms-visible]'), pager = holder.querySelector('[ms-pager]'), current = 1;
    function show(number) {
      current = number;
      for (var i = 0; i < groups.length; i++) {
        var at = Number(/\\$showStatic\\((\\d+)\\)/.exec(groups[i].getAttribute('ms-visible'))[1]);
        groups[i].style.display = at === current ? '' : 'none';
      }
      pager.innerHTML = '';
      for (var n = 1; n <= groups.length; n++) pager.appendChild(link(n));
    }
    function link(number) {
      var a = document.createElement(number === current ? 'b' : 'a');
      a.textContent = number;
      if (number !== current) { a.href = 'javascript:;'; a.onclick = function () { show(number); }; }
      return a;
    }
    show(1);
  }
  ready(function () {
    var block = document.querySelector('.xxgk_xglj');
    if (block && block.querySelectorAll('li').length > 0) block.style.display = 'block';
    document.querySelectorAll('.static_lists').forEach(staticLists);
    var today = document.getElementById('today');
    if (today) today.textContent = new Date().toLocaleDateString('zh-CN');
  });
  window.doZoom = function (size) { document.querySelectorAll('.wzcon, .nr').forEach(function (one) { one.style.fontSize = size + 'px'; }); };
  window.setHome = function () {};
})();`;

/** Script of the disclosure section: fills the panes and draws their pagers. */
export const disclosureScript = `var Ls = {
  open: function (organId, type, catId) { window.location.href = '/public/column/' + organId + '?type=' + type + '&catId=' + catId + '&action=list'; },
  load: function (selector, url, done) {
    var request = new XMLHttpRequest();
    request.open('GET', url, true);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.onload = function () {
      var holder = document.querySelector(selector);
      holder.innerHTML = request.responseText;
      holder.querySelectorAll('script').forEach(function (old) {
        var script = document.createElement('script');
        script.text = old.text;
        old.parentNode.replaceChild(script, old);
      });
      if (done) done(holder);
    };
    request.send();
  },
  pagination: function (selector, turn, options) {
    var pager = document.querySelector(selector);
    pager.innerHTML = '<span>共 ' + options.total + ' 条 ' + options.currPage + '/' + options.pageCount + ' 页</span>';
    for (var n = 1; n <= options.pageCount; n++) (function (number) {
      var a = document.createElement(number === options.currPage ? 'b' : 'a');
      a.textContent = number;
      if (number !== options.currPage) { a.href = 'javascript:;'; a.setAttribute('paged', number); a.onclick = function () { turn(number); }; }
      pager.appendChild(a);
    })(n);
  }
};
(function () {
  function start() {
    document.querySelectorAll('.j-ajax-list').forEach(function (pane) {
      var data = pane.dataset;
      function turn(pageIndex) {
        var url = data.url + '?IsAjax=1&dataType=html&_=' + Math.random() + '&labelName=' + data.labelname + '&siteId=' + data.siteid + '&organId=' + data.organid + '&type=' + data.type + '&catId=' + data.catid + '&action=' + data.action + '&pageSize=' + data.pagesize + '&pageIndex=' + pageIndex + '&file=' + encodeURIComponent(data.file);
        Ls.load('#' + pane.id, url, function (holder) {
          var pager = holder.querySelector('#page_public_info');
          if (pager) Ls.pagination('#page_public_info', turn, { currPage: Number(pager.dataset.pageindex), pageCount: Number(pager.dataset.pagecount), total: Number(pager.dataset.total) });
        });
      }
      turn(1);
    });
  }
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', start) : start();
})();`;

/** Stand-in for the player's own script: draws the window of the film. */
export const playerScript = `function Aliplayer(options) {
  var holder = document.getElementById(options.id), film = document.createElement('video');
  film.src = options.source; film.controls = true; film.preload = 'none'; film.style.cssText = 'width:100%;height:100%;background:#000';
  holder.appendChild(film);
}`;

export const viewerPage = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>PDF.js viewer</title></head><body style="margin:0;background:#525659"><div id="viewer" style="height:100vh"></div><script>var file = new URLSearchParams(location.search).get('file'); var film = document.createElement('embed'); film.src = file; film.type = 'application/pdf'; film.style.cssText = 'width:100%;height:100%'; document.getElementById('viewer').appendChild(film);</script></body></html>`;

export const style = `*{margin:0;padding:0;box-sizing:border-box}body{font:14px/1.8 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#333;background:#f3f6fa}a{color:#333;text-decoration:none}a:hover{color:#c00}ul{list-style:none}.w{width:1180px;margin:0 auto}
.bar_top{background:#eee;font-size:12px;line-height:30px}.bar_top .r{float:right}.head{background:linear-gradient(#0a5ba8,#2a82d0);height:120px}.head .w{position:relative}.logo{display:block;padding-top:28px;color:#fff}.logo strong{display:block;font-size:34px;line-height:42px;color:#fff}.logo i{color:#dbe9f7}.search{position:absolute;right:0;top:45px}.search input{width:230px;height:34px;border:0;padding:0 8px}.search button{height:34px;width:70px;border:0;background:#f39800;color:#fff}
.nav{background:#084b8c}.nav ul{display:flex}.nav li{flex:1;text-align:center;line-height:44px}.nav a{color:#fff;font-size:16px}.wz_top{padding:10px 0}.main{background:#fff;padding:20px;min-height:480px;overflow:hidden}
.cols{display:flex;gap:20px;margin:16px 0}.box{flex:1;border:1px solid #dde6f0;padding:12px;min-width:0}.box h3,.tit{border-bottom:2px solid #0a5ba8;color:#0a5ba8;margin-bottom:8px}.box h3 .more{float:right;font-size:12px;font-weight:normal}.box li{line-height:32px;overflow:hidden}.box li span{float:right;color:#999}.zwgk{background:#eaf3fc;padding:14px}.zwgk ul{display:flex;gap:14px;margin-top:8px}.zwgk li{flex:1;background:#0a5ba8;text-align:center;line-height:46px}.zwgk li a{color:#fff}
.lm_left,.xxgk_left{float:left;width:220px}.lm_left h3{background:#0a5ba8;color:#fff;text-align:center;line-height:48px}.lm_left li{line-height:40px;border-bottom:1px solid #ddd;padding-left:20px}.lm_right,.xxgk_right{float:right;width:890px}.bf-list li,.comlist li,.doc_list li,.zc_list li{line-height:40px;border-bottom:1px dashed #ddd;overflow:hidden}.bf-list span,.comlist span,.doc_list span,.u_time{float:right;color:#999;font-weight:normal}.zc_list .wh{float:right;color:#666;margin-left:10px;font-size:12px}.zc_list .u_time{margin-left:14px}.flag{font-style:normal;background:#0a5ba8;color:#fff;font-size:12px;padding:1px 5px;margin-right:5px}.zc_list .lb{color:#888}.line{color:#ccc;margin:0 5px}.pagination,.pages{text-align:center;padding:18px}.pagination a,.pagination b,.pages a,.pages b{display:inline-block;border:1px solid #ddd;padding:0 10px;margin:0 3px}.pagination b,.pages b{background:#0a5ba8;color:#fff}
.xxgk_top{background:#c00;text-align:center;padding:10px;margin-bottom:14px}.xxgk_top a{color:#fff;font-size:22px}.xxgk_navli h3{background:#e9f1f9;line-height:46px;padding-left:16px;font-size:15px;border-bottom:1px solid #fff}.xxgk_navli h3.on{background:#0a5ba8}.xxgk_navli h3.on a{color:#fff}.xxgk_tree li{line-height:38px;padding-left:32px;border-bottom:1px dotted #ccc}.xxgk_tree li.on a{color:#c00}.xxgk_lmtit{border-bottom:2px solid #0a5ba8;font-size:18px;color:#0a5ba8;margin-bottom:8px}.xxgk_nav_con ul{display:flex;border-bottom:1px solid #e3e3e3;line-height:40px}.xxgk_nav_tit{background:#f0f5fa}.xxgk_nav_con .xh{width:50px;text-align:center}.xxgk_nav_con .mc{flex:1;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}.xxgk_nav_con .wh{width:170px;text-align:center}.xxgk_nav_con .rq{width:110px;text-align:center}.nodata{padding:60px;text-align:center;color:#999}
.xxgk_suoyin{border-collapse:collapse;margin-bottom:20px}.xxgk_suoyin th,.xxgk_suoyin td,.wz_table td,.cz_table td{border:1px solid #cfdcea;padding:6px 10px;text-align:left}.xxgk_suoyin th{background:#eef5fc;width:110px}.wz_table,.cz_table{border-collapse:collapse;margin:10px auto}.trt-row{display:flex;flex-wrap:wrap;background:#f5f9fd;padding:10px;margin-bottom:16px}.trt-row li{width:50%;line-height:34px}.red_base{color:#c00;font-style:normal}.cf{background:#f5f9fd;padding:12px;display:flex;gap:40px}.wztit,.bt{text-align:center;font-size:24px;line-height:38px;color:#1a1a1a;font-weight:bold}a.bt{font-size:14px;font-weight:normal}.wz_info,.xx{text-align:center;color:#888;font-size:13px;border-bottom:1px solid #eee;padding:10px;margin-bottom:18px}.wzcon,.nr{font-size:16px;line-height:32px;padding:0 24px;min-height:240px}.wzcon img,.nr img{max-width:100%}.xg_list,.xxgk_xglj,.fujian{background:#f7f7f7;padding:12px 20px;margin-top:20px}.share_bar{border-top:1px solid #eee;margin-top:24px;padding:10px;color:#888}.share_bar a{margin-left:12px}.left_con{float:left;width:860px}.right_con{float:right;width:250px;background:#f5f9fd;padding:10px}.tips{text-align:center;padding:80px}.ld_list{display:flex;gap:40px;text-align:center;padding:30px}.foot{background:#0a3a6b;color:#cfe0f2;text-align:center;padding:20px;margin-top:20px;font-size:13px}.foot a{color:#fff}.float_r{position:fixed;right:0;top:300px;width:46px;background:#fff;text-align:center;font-size:12px;box-shadow:0 0 4px #aaa}.float_r a{display:block;padding:6px}.in_frame{background:#fff}`;
