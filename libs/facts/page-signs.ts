import type { ParsedPage } from './parsed-page.js';

/** What a page is instead of content. */
export interface PageSigns {
  /** The page says that it is not there, though the server said 200. */
  softNotFound: boolean;
  /** A person is asked to prove that he is one, or a script must earn a cookie first. */
  challenged: boolean;
  /** The source holds no content: only a browser can show it. */
  needsBrowser: boolean;
  /** The page says that the site is under repair, or stumbled. */
  outOfOrder: boolean;
}

const gone =
  /(?:页面|网页|文章|信息|内容|栏目|文件)(?:不存在|已(?:被)?删除|未找到|找不到|已过期|已下线|走丢|不翼而飞|飞走|已(?:被)?移除)|(?:您|你)?(?:所)?(?:访问|查找|浏览|请求)的(?:页面|网页|内容|地址|信息|资源|文件|栏目)?.{0,10}(?:不存在|找不到|被删除|已删除|未找到|无法找到|没有找到|已失效|走丢)|404\s*(?:not\s*found|错误|error|页面)|not\s*found|(?:没有|无法)找到(?:您|你)(?:要|所|访问|需要).{0,8}(?:页面|内容|网页)|页面(?:好像)?(?:丢失|跑丢)|该(?:信息|文章|页面)(?:已|不)/i;
const proving =
  /(?:安全验证|人机验证|访问验证|请(?:完成|进行|输入).{0,8}(?:验证|验证码)|滑动(?:滑块|验证)|拖动滑块|点击(?:按钮)?进行验证|您的访问(?:过于频繁|被拦截|存在异常)|访问被(?:拦截|阻断|拒绝)|安全(?:防护|拦截)|检测到(?:您的)?(?:异常|请求存在)|浏览器安全检查|just a moment|checking your browser|captcha|访问频率)/i;
const challengeScript =
  /\$_ts\s*=|\$_ts\.|__jsl_clearance|acw_sc__v2|C3VK|CT6T|_waf_|waf_captcha|document\.cookie\s*=[^;]{0,400};[\s\S]{0,800}location\s*(?:\.href|\.reload|\[|=)|eval\(function\(p,a,c,k/;
const outOfOrder =
  /(?:升级|维护|检修|改版|割接)(?:升级|维护|改造)?(?:中|期间)|(?:系统|网站|平台|栏目|本站)正在(?:升级|维护|检修|改版)|暂停(?:访问|服务)|系统(?:繁忙|异常|出错|错误)|服务(?:器|暂时)?(?:内部)?(?:错误|异常|繁忙|不可用)|application error|internal server error|server error in|whitelabel error page|service unavailable|bad gateway|^something went wrong|chunkloaderror|mysql (?:query|error|errno)\s?:|error in your sql syntax|sqlstate\[|\bora-\d{5}\b|数据库(?:连接|查询)?(?:错误|失败|出错)/i;
const appRoot = /^(?:app|root|__nuxt|__next|application|main-app|q-app)$/i;

/** Letters of a page beyond which it is content whatever else it says. */
const content = 600;

const none: PageSigns = { softNotFound: false, challenged: false, needsBrowser: false, outOfOrder: false };

export function readSigns(page: ParsedPage): PageSigns {
  if (page.json !== undefined) return { ...none, softNotFound: saysNothingIsHere(page.json) };
  if (page.isXml) return none;
  const visible = page.lines.filter((line) => !line.hidden);
  const letters = visible.reduce((sum, line) => sum + line.text.length, 0);
  const text = letters < content ? visible.map((line) => line.text).join('\n') : '';
  const challenged = isChallenge(page, letters, text);
  const softNotFound = !challenged && isGone(page, letters);
  const isOther = challenged || softNotFound;
  const needsBrowser = !isOther && isEmptyShell(page, letters);
  return { softNotFound, challenged, needsBrowser, outOfOrder: !isOther && isOutOfOrder(page, letters) };
}

/** A page of few words, one of which is that what it should show cannot be shown now. */
function isOutOfOrder({ lines, links }: ParsedPage, letters: number): boolean {
  if (letters >= content / 2 || links.filter(({ zone }) => zone === 'body').length >= 5) return false;
  return lines.some(({ text, hidden }) => !hidden && text.length < 120 && outOfOrder.test(text));
}

/** `{"code":404,"msg":"…","data":null}` in place of a page. */
function saysNothingIsHere(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  const { code, status, data } = json as Record<string, unknown>;
  return (data === null || data === undefined) && [code, status].some((told) => String(told) === '404');
}

function isGone(page: ParsedPage, letters: number): boolean {
  if (
    /^(?:404|页面不存在|页面未找到|找不到页面)|404\s*(?:not\s*found|页面|错误)|^(?:not found|error)$/i.test(
      page.titleTag,
    ) &&
    letters < 4 * content
  )
    return true;
  if (page.metas.get('articletitle')?.some((title) => title !== '')) return false;
  // A short page whose own words are that nothing is here; a long one may speak of missing pages.
  const own = page.lines.filter(
    (line) => !line.hidden && line.zone === 'body' && line.linkLength * 2 <= line.text.length,
  );
  const ownLetters = own.reduce((sum, line) => sum + line.text.length, 0);
  return ownLetters < 200 && own.some((line) => line.text.length <= 60 && gone.test(line.text));
}

function isChallenge(page: ParsedPage, letters: number, text: string): boolean {
  if (letters >= content) return false;
  if (proving.test(text) || proving.test(page.titleTag)) return true;
  if (letters > 80 || page.links.length > 3) return false;
  return page.scripts.some((script) => challengeScript.test(script.text.slice(0, 200_000)));
}

/** A page without text of its own whose scripts will build it: an app's root, or templates that are not filled in. */
function isEmptyShell(page: ParsedPage, letters: number): boolean {
  const scripted = page.scripts.some((script) => script.src !== '' || script.text.trim() !== '');
  if (!scripted) return false;
  const unfilled = page.lines.filter((line) => /\{\{[^{}]{1,80}\}\}/.test(line.text)).length;
  if ((unfilled >= 2 && letters < 1500) || (isForLists(page, letters) && hasListTemplate(page))) return true;
  const root = hasAppRoot(page);
  if (letters < 60 && page.images.length < 2)
    return (
      root ||
      page.scripts.some(
        (script) => script.type === 'module' || /(?:chunk|app|main|vendor|bundle|index)[.\w-]*\.js/i.test(script.src),
      )
    );
  return letters < 400 && root;
}

const repeated = /<[a-z][\w-]*\b[^<>]{0,300}\s(?:v-for|ng-repeat|ms-repeat|ms-for|ms-each|x-for)\s*=/gi;
const templatedLink =
  /\s(?::href|v-bind:href|ng-href|:to|ms-attr-href|ms-href|ms-attr|@click|v-on:click|ng-click|ms-click)\s*=|\bhref\s*=\s*["']?[^"'<>]{0,200}(?:\{\{|<%|\$\{)/i;

/** Where a list is what one came for; a home page has other things to tell. */
function isForLists(page: ParsedPage, letters: number): boolean {
  const { as } = page.page.visit;
  return as === 'column' || as === 'list' || letters < 400;
}

/** A row of links that only a script fills in: a list may come of it. */
export function hasListTemplate(page: ParsedPage): boolean {
  const { text } = page.page;
  let seen = 0;
  for (const match of text.slice(0, 1_000_000).matchAll(repeated)) {
    if ((seen += 1) > 100) break;
    if (templatedLink.test(text.slice(match.index, match.index + 800))) return true;
  }
  return page.scripts.some(
    (script) =>
      /template|handlebars|tmpl|text\/html/.test(script.type) && templatedLink.test(script.text.slice(0, 20_000)),
  );
}

function hasAppRoot(page: ParsedPage): boolean {
  const html = page.page.text;
  const match =
    /<div\b[^>]*\bid\s*=\s*["']?([\w-]+)["']?[^>]*>\s*(?:<!--[\s\S]{0,400}?-->)?\s*(?:<\/div>|<noscript|<div class="(?:loading|spinner)|加载中|正在加载|loading)/gi;
  for (const found of html.slice(0, 60_000).matchAll(match)) if (appRoot.test(found[1]!)) return true;
  return false;
}
