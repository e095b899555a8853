/** What the platform's own script does in a browser: more cards by the button or at the end of the page, and pictures when seen. */
export const SCRIPT = `document.addEventListener('DOMContentLoaded', function () {
  var props = JSON.parse(document.getElementById('__NEXT_DATA__').textContent).props.pageProps;
  var feed = document.getElementById('feed'), button = document.getElementById('more'), sentinel = document.getElementById('sentinel');
  var cursor = props.nextCursor, busy = false;
  function day(ms) { var d = new Date(ms + 288e5), y = d.getUTCFullYear(); return (y === 2026 ? '' : y + '年') + (d.getUTCMonth() + 1) + '月' + d.getUTCDate() + '日'; }
  function element(name, kind, text) { var e = document.createElement(name); e.className = kind; if (text) e.textContent = text; return e; }
  function draw(one) {
    var card = element('article', 'Card_root__q1Z2x'), link = element('a', 'Card_link__h8'), foot = element('div', 'Card_foot__k9'), time = document.createElement('time');
    link.href = 'a/' + one.id; time.dateTime = new Date(one.publishedAt).toISOString(); time.textContent = day(one.publishedAt);
    foot.append(time, element('span', '', one.office)); link.append(element('h3', 'Card_title__t2', one.title), element('p', 'Card_sum__w4', one.summary), foot); card.append(link); feed.append(card);
  }
  function load() {
    if (busy || !cursor) return; busy = true;
    fetch('api/feed?channel=' + props.channel + '&cursor=' + cursor).then(function (r) { return r.json(); }).then(function (r) {
      r.data.list.forEach(draw); cursor = r.data.next; busy = false;
      if (!cursor) [button, sentinel].forEach(function (e) { if (e) e.remove(); });
    });
  }
  if (button) button.addEventListener('click', load);
  if (sentinel) new IntersectionObserver(function (seen) { if (seen[0].isIntersecting) load(); }).observe(sentinel);
  document.querySelectorAll('.Img_box__k2P0x').forEach(function (box) { box.querySelector('img').src = / src="([^"]+)"/.exec(box.querySelector('noscript').textContent)[1].replace(/&amp;/g, '&'); });
  document.querySelectorAll('img[data-src]').forEach(function (img) { img.src = img.dataset.src; });
});`;
