import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localFetcher, never, serve, type Loopback } from '../loopback-server.test.js';
import type { RenderWants } from '../model.js';
import { systemClock, type Clock } from '../politeness/clock.js';
import { BrowserFetcher } from './browser.fetcher.js';
import { findBrowser } from './find-browser.js';
import { NetworkPolicy } from './network-policy.js';
import { unansweredHeader } from './own-headers.js';
import { userAgent } from './user-agent.js';

const path = findBrowser({ ...(process.env['CHROMIUM_PATH'] ? { CHROMIUM_PATH: process.env['CHROMIUM_PATH'] } : {}) });
const app = (script: string) =>
  `<!doctype html><html><head><title>云岭县</title></head><body><div id="app"></div><script>${script}</script></body></html>`;

describe('finding a browser', () => {
  it('finds none where none may be used or the one named is not there', () => {
    expect(findBrowser({ MINGJING_NO_BROWSER: true, CHROMIUM_PATH: '/bin/sh' })).toBeNull();
    expect(findBrowser({ CHROMIUM_PATH: '/no/such/browser' })).toBeNull();
    expect(findBrowser({ CHROMIUM_PATH: '/bin/sh' })).toBe('/bin/sh');
  });
});

describe.skipIf(path === null)('rendering (skipped where there is no browser)', () => {
  let server: Loopback;
  let inner: Loopback;
  let browser: BrowserFetcher;
  let late = false;
  /** Real time but for the limits, which are reached only where a test will have it so, however busy the machine is. */
  const clock: Clock = {
    now: () => systemClock.now(),
    sleep: (ms, signal) => systemClock.sleep(ms < 1000 ? ms : late ? 1500 : 600_000, signal),
  };
  beforeAll(async () => {
    inner = await serve({ '*': 'secret' });
    const innerPort = new URL(inner.origin).port;
    server = await serve({
      '/': app(
        `setTimeout(()=>fetch('/api/list',{method:'POST',body:'p=1',headers:{'content-type':'application/x-www-form-urlencoded'}}).then(r=>r.json()).then(d=>{document.getElementById('app').innerHTML=d.items.map(i=>'<a href="/d/'+i+'">第'+i+'号文件</a>').join('')}),300)`,
      ),
      '/api/list': (request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () =>
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ items: body === 'p=1' ? Array.from({ length: 20 }, (_, n) => n) : [] })),
        );
      },
      '/attack': app(
        `const say=(t)=>document.getElementById('app').append(t+' ');
         for (const u of ['http://localhost:${innerPort}/a','http://[::1]:${innerPort}/b','http://169.254.169.254/c','file:///etc/passwd'])
           fetch(u,{mode:'no-cors'}).then(()=>say('open'),()=>say('closed'));
         new Image().src='http://localhost:${innerPort}/image';
         try { new WebSocket('ws://localhost:${innerPort}/ws') } catch {}
         navigator.sendBeacon('http://localhost:${innerPort}/beacon','x');
         alert(1); window.open('http://localhost:${innerPort}/popup');
         say('这一页试着访问内网，但什么也没有拿到。'.repeat(8));`,
      ),
      '/leave': app(`location.href='http://localhost:${innerPort}/left'`),
      '/more': app(
        `let page=0; const list=document.createElement('ul'), button=document.createElement('button'); button.textContent='加载更多'; button.type='button';
         document.body.append(list, button, Object.assign(document.createElement('a'), {href:'/c/', textContent:'查看更多'}));
         const load=()=>fetch('/api/more',{method:'POST',body:String(page+=1)}).then(r=>r.json()).then(rows=>{ for (const row of rows) list.insertAdjacentHTML('beforeend','<li><a href="/d/'+row+'">第'+row+'号文件</a></li>'); if (rows.length<10) button.remove(); });
         button.addEventListener('click', load); load();`,
      ),
      '/more-dead': app(
        `document.body.insertAdjacentHTML('beforeend','<ul><li><a href=/d/1>第1号文件</a></li></ul><button type="button">加载更多</button><form action="/c/"><button>查看更多</button></form>')`,
      ),
      '/api/more': (request, response) => {
        request.on('data', (part: Buffer) => {
          const page = Number(part.toString());
          const rows = Array.from({ length: page < 4 ? 10 : 3 }, (_, n) => page * 10 + n);
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
        });
      },
      '/tenant': app(
        `fetch('/api/film.m3u8').then(r=>r.text()).then(()=>fetch('/api/tenant',{headers:{'tenant-id':'000000'}})).then(r=>r.json())
           .then(d=>{document.getElementById('app').innerHTML='<p>'+d.said+'</p><p>'+new Date(1774972800000).toLocaleDateString()+'</p>'.repeat(9)},
                 e=>{document.getElementById('app').innerHTML='<p>提示：'+e.message+'</p>'})`,
      ),
      '/api/film.m3u8': (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' }).end('#EXTM3U\n\u0001'),
      '/api/tenant': ({ headers }, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ said: headers['tenant-id'] === '000000' ? '共有三件文件' : '未登录' })),
      '/tall': app(`document.getElementById('app').innerHTML='<p>云岭县人民政府门户网站。</p>'.repeat(2000)`),
      '/lying': app(
        `Object.defineProperty(document.documentElement,'scrollHeight',{get(){return -1e99}});
         document.getElementById('app').innerHTML='<p>云岭县人民政府门户网站。</p>'.repeat(20)`,
      ),
      '/busy': app('for(;;){}'),
      '/challenge': (_, response) =>
        void response
          .writeHead(412, { 'content-type': 'text/html' })
          .end(app(`document.cookie='pass=1';location.reload()`)),
      '/cookie-wall': (request, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(request.headers.cookie ? '<p>passed</p>' : app(`document.cookie='pass=1';location.reload()`)),
      '/gbk': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            Buffer.from([
              ...Buffer.from('<div id="app"></div><p>'),
              0xd5,
              0xfe,
              0xce,
              0xf1,
              0xb9,
              0xab,
              0xbf,
              0xaa,
              0xd5,
              0xfe,
              0xb2,
              0xdf,
              0xce,
              0xc4,
              0xbc,
              0xfe,
              ...Buffer.from('</p>'),
            ]),
          ),
      '/short': app(
        `fetch('/api/down').then((r)=>r.json()).catch(()=>0).then(()=>{document.getElementById('app').innerHTML='<p>云岭县人民政府门户网站，政务公开信息。</p>'.repeat(8)})`,
      ),
      '/api/down': (_, response) => void response.writeHead(503, { 'x-mingjing-unanswered': '1' }).end(),
      '/missing': (_, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<p>no</p>'),
    });
    // 127.0.0.1 is allowed as the site; `localhost` resolves to what the policy refuses.
    const policy = new NetworkPolicy('127.0.0.1', (host, options, done) =>
      done(null, [{ address: host === 'localhost' ? '127.0.0.2' : host, family: 4 }]),
    );
    browser = new BrowserFetcher({
      executablePath: path ?? '',
      documents: localFetcher({ policy }),
      parts: localFetcher({ policy }),
      userAgent: userAgent('0.1.0'),
      clock,
      totalMs: 120_000,
      pictures: true,
    });
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([server.close(), inner.close()]);
  });

  const render = (page: string) => browser.fetch({ url: server.origin + page, method: 'GET' }, never);
  const text = (body: Uint8Array) => Buffer.from(body).toString('utf8');

  it('shows what scripts build from posted data', async () => {
    const answer = await render('/');
    expect(answer).toMatchObject({ outcome: 'ok', via: 'browser', status: 200, finalUrl: `${server.origin}/` });
    expect(text(answer.body)).toContain('<a href="/d/19">第19号文件</a>');
  });

  it('sends what a script sends with its requests, by the clock of the place, and goes on where a film is not brought', async () => {
    const source = await localFetcher().fetch({ url: `${server.origin}/tenant`, method: 'GET' }, never);
    const { body, asked } = await browser.render(source, never, { what: 'data' });
    expect(text(body)).toContain('共有三件文件');
    // 31 March, 16:00 in Greenwich: midnight of the day after where the site is.
    expect(text(body)).toContain('2026/4/1');
    expect(asked?.find(({ request }) => request.url.endsWith('/api/tenant'))?.request.headers).toEqual({
      'tenant-id': '000000',
    });
  });

  it('presses the button that loads more until nothing more comes, where the rest is wanted', async () => {
    const linksOf = async (path: string, wants?: RenderWants) => {
      const source = await localFetcher().fetch({ url: `${server.origin}${path}`, method: 'GET' }, never);
      const { body, finalUrl } = await browser.render(source, never, wants);
      expect(finalUrl).toBe(`${server.origin}${path}`);
      return Buffer.from(body)
        .toString()
        .match(/href="\/d\/\d+"/g)?.length;
    };
    expect(await linksOf('/more')).toBe(10);
    expect(await linksOf('/more', { what: 'rest' })).toBe(33);
    expect(await linksOf('/more-dead', { what: 'rest' })).toBe(1);
  });

  it('notes down that data did not come, and believes no site that says so itself', async () => {
    const shown = async (path: string) => {
      const { headers, note } = await browser.fetch({ url: server.origin + path, method: 'GET' }, never);
      return [headers[unansweredHeader], note];
    };
    expect(await shown('/short')).toEqual(['1', '页面请求的数据有的没有取到（/api/down）']);
    expect(await shown('/')).toEqual([undefined, null]);
    const down = await localFetcher().fetch({ url: `${server.origin}/api/down`, method: 'GET' }, never);
    expect(down.headers[unansweredHeader]).toBeUndefined();
  });

  it('takes a picture of what is shown, no taller and no larger than it may be', async () => {
    const short = await sharp((await render('/')).picture).metadata();
    expect(short).toMatchObject({ format: 'webp', width: 1280 });
    expect(short.height).toBeLessThan(2000);
    const { picture } = await render('/tall');
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width: 1280, height: 4000 });
    expect(picture!.byteLength).toBeLessThanOrEqual(500_000);
    expect(await render('/lying')).toMatchObject({ outcome: 'ok' });
  });

  it('reaches nothing that the network policy refuses', async () => {
    const answer = await render('/attack');
    expect(answer.outcome).toBe('ok');
    expect(text(answer.body)).toContain('closed');
    expect(text(answer.body)).not.toContain('open ');
    const left = await render('/leave');
    expect(text(left.body)).not.toContain('secret');
    expect(inner.asked).toEqual([]);
  });

  it('does not pass challenges: neither one that says so nor one behind a cookie set by a script', async () => {
    expect(await render('/challenge')).toMatchObject({ outcome: 'challenged' });
    expect(text((await render('/cookie-wall')).body)).not.toContain('passed');
    expect(server.asked.filter((one) => one === 'GET /cookie-wall').length).toBeLessThanOrEqual(3);
  });

  it('gives a busy page up and goes on with the next', async () => {
    late = true;
    expect(await render('/busy')).toMatchObject({ outcome: 'timeout' });
    late = false;
    expect(text((await render('/')).body)).toContain('第19号文件');
  });

  it('decides the encoding itself, and passes other outcomes through', async () => {
    expect(text((await render('/gbk')).body)).toContain('政务公开政策文件');
    expect(await render('/missing')).toMatchObject({ outcome: 'notFound', status: 404 });
  });

  it('says so when the browser does not start', async () => {
    const broken = new BrowserFetcher({
      executablePath: '/bin/false',
      documents: localFetcher(),
      parts: localFetcher(),
      userAgent: 'x',
      clock: systemClock,
    });
    const answer = await broken.fetch({ url: `${server.origin}/`, method: 'GET' }, never);
    expect(answer).toMatchObject({ outcome: 'refused', via: 'browser' });
    expect(answer.note).toContain('浏览器出错');
    await broken.close();
  });
});
