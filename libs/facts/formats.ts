import type { InterpretationElement, InterpretationFormat } from './model.js';
import type { PageBody } from './page-body.js';
import type { PageImage, ParsedPage } from './parsed-page.js';

const pictureTitle = /一图(?:读懂|看懂|了解|速览|解读)|图解|一张图|图说|图文解读|长图|漫画解读|海报/;
const videoTitle = /视频解读|【视频】|视频[|｜:：]|短视频|微视频/;
const audioTitle = /音频解读|【音频】|音频[|｜:：]|语音解读/;
const animationTitle = /动漫|动画|(?:^|[【[])\s*H5|H5解读|H5[|｜:：]/i;
const qaTitle = /问答|答记者问|你问我答|有问必答|百问百答/;
const conferenceTitle = /新闻发布会|发布会/;
const interviewTitle = /访谈|专访|做客|局长讲|领导解读访谈/;

const videoAddress = /\.(?:mp4|m3u8|flv|webm|mov|wmv)(?:$|[?#"'])/i;
const audioAddress = /\.(?:mp3|wav|m4a|ogg|aac|wma)(?:$|[?#"'])/i;
const notContent =
  /qr_?code|erweima|ewm|2wm|logo|icon|share|weixin|wechat|fileType|file_?icon|\/(?:pdf|doc|docx|xls|xlsx|zip|rar)\.(?:gif|png)|dzjg|jiucuo|conac|beian|btn|arrow|blank\.gif|print/i;

/**
 * Forms of an interpretation by what is there: running text, pictures that carry it, players. A title alone makes an
 * infographic only of a page that has pictures; logos, icons and QR codes are no content.
 */
export function readFormats(page: ParsedPage, body: PageBody, title: string, text: string): InterpretationFormat[] {
  const formats = new Set<InterpretationFormat>();
  const letters = text.replace(/\s/g, '').length;
  const pictures = contentPictures(page, body);
  const players = playersOf(page, body);

  if (players.video) formats.add('video');
  if (players.audio) formats.add('audio');
  if (players.animation || (animationTitle.test(title) && (pictures.length > 0 || players.video || players.outside)))
    formats.add('animation');
  if (
    pictures.length > 0 &&
    (pictureTitle.test(title) ||
      (letters < 120 && formats.size === 0) ||
      (pictures.length >= 3 && letters < pictures.length * 60))
  )
    formats.add('infographic');
  if (letters >= 100 || (letters >= 40 && formats.size === 0)) formats.add('text');
  if (conferenceTitle.test(title) && letters >= 100) formats.add('press-conference');
  else if (interviewTitle.test(title) && (letters >= 100 || players.video)) formats.add('interview');
  else if (letters >= 80 && (qaTitle.test(title) ? questions(text) >= 1 : questions(text) >= 3)) formats.add('qa');
  if (videoTitle.test(title) && players.outside) formats.add('video');
  if (audioTitle.test(title) && players.outside) formats.add('audio');
  return order.filter((format) => formats.has(format));
}

const order: InterpretationFormat[] = [
  'text',
  'infographic',
  'video',
  'audio',
  'animation',
  'qa',
  'press-conference',
  'interview',
];

/** Pictures of the body that can carry content. */
function contentPictures(page: ParsedPage, body: PageBody): PageImage[] {
  return page.images.filter((image) => {
    if (image.line < body.from || image.line > body.to || image.hidden || image.src === '') return false;
    if (!within(image.element, body)) return false;
    const { width = '', height = '', alt = '', class: className = '', title = '' } = image.element.attribs;
    const style = image.element.attribs.style ?? '';
    if (notContent.test(`${image.src} ${alt} ${className} ${title}`) || /二维码|图标|扫一扫|扫码/.test(alt + title))
      return false;
    const wide = sizeOf(width, /(?:^|;|\s)width\s*:\s*(\d+)px/i.exec(style)?.[1]);
    const high = sizeOf(height, /(?:^|;|\s)height\s*:\s*(\d+)px/i.exec(style)?.[1]);
    return (wide === null || wide > 160) && (high === null || high > 120);
  });
}

function within(element: PageImage['element'], body: PageBody): boolean {
  let node = element.parent;
  for (let up = 0; node && up < 60; up += 1, node = node.parent) if (node === body.element) return true;
  return false;
}

function sizeOf(attribute: string, style: string | undefined): number | null {
  const size = Number.parseInt(style ?? attribute, 10);
  return Number.isFinite(size) && !attribute.includes('%') ? size : null;
}

/** Players in and around the body. */
function playersOf(
  page: ParsedPage,
  body: PageBody,
): { video: boolean; audio: boolean; animation: boolean; outside: boolean } {
  const players = { video: false, audio: false, animation: false, outside: false };
  for (const media of page.media) {
    if (media.line < body.from - 3 || media.line > body.to + 3) continue;
    const { name, attribs } = media.element;
    const source = media.src;
    if (name === 'video' || /^video\//.test(attribs.type ?? '') || videoAddress.test(source)) players.video = true;
    else if (name === 'audio' || /^audio\//.test(attribs.type ?? '') || audioAddress.test(source)) players.audio = true;
    else if (/\.swf(?:$|\?)/i.test(source)) players.animation = true;
    else if (name === 'embed' && /edui-faked-video/.test(attribs.class ?? '')) players.video = true;
    else if (name === 'iframe' && /video|player|v\.qq|youku|bilibili|vod/i.test(source)) players.video = true;
    else if (name === 'iframe' && /h5|eqxiu|rabbitpre|maka\.im|animation/i.test(source)) players.animation = true;
  }
  for (const link of page.links) {
    if (link.line < body.from || link.line > body.to) continue;
    if (videoAddress.test(link.href)) players.video = true;
    else if (audioAddress.test(link.href)) players.audio = true;
    else if (/^https?:\/\/(?:[^/]*\.)?(?:eqxiu|rabbitpre|maka)\.|\/h5\//i.test(link.href)) players.animation = true;
    else if (/^https?:\/\/mp\.weixin\.qq\.com\//i.test(link.href)) players.outside = true;
  }
  for (const block of page.blocks) {
    const { class: className = '', id = '' } = block.element.attribs;
    if (/prism-player|con_video|video-js|dplayer/i.test(`${className} ${id}`)) players.video = true;
  }
  if (
    !players.video &&
    page.scripts.some((script) => /new\s+(?:Aliplayer|DPlayer|TcPlayer|ckplayer)\s*\(/.test(script.text))
  )
    players.video = true;
  return players;
}

function questions(text: string): number {
  return (
    text.match(
      /(?:^|\n)\s*(?:(?:问|Q)\s*\d{0,2}\s*[:：、.]|\d{1,2}\s*[.、．]\s*[^\n。]{4,60}[？?]\s*(?:\n|$)|[一二三四五六七八九十]{1,3}、[^\n。]{4,60}[？?]\s*(?:\n|$))/g,
    )?.length ?? 0
  );
}

const elementSigns: [InterpretationElement, RegExp][] = [
  [
    '背景依据',
    /(?:出台|制定|政策|起草|文件|修订|编制|工作)?(?:的)?(?:背景|依据|缘由|起因|必要性|由来)|为什么(?:要)?(?:出台|制定)/,
  ],
  ['目标任务', /(?:目标任务|工作目标|总体目标|主要目标|发展目标|目标|任务|总体要求)/],
  ['主要内容', /(?:主要内容|核心内容|重点内容|内容解读|主要(?:条款|规定)|政策内容|哪些内容|基本内容|明确了)/],
  ['具体举措', /(?:具体举措|主要举措|工作举措|重点举措|政策措施|主要措施|保障措施|工作措施|举措|措施)/],
  [
    '适用对象',
    /(?:适用(?:范围|对象|人群)|执行范围|受益(?:对象|群体)|涉及(?:范围|对象)|补助(?:对象|范围)|申请(?:对象|条件)|惠及|政策对象|执行对象)/,
  ],
  ['注意事项', /(?:注意事项|需要注意|特别提醒|温馨提示|执行(?:期限|时间)|施行(?:日期|时间)|其他(?:事项|需要))/],
  ['关键词解释', /(?:关键词|名词解释|术语|词语解释|关键词诠释|有关概念|概念解释)/],
  [
    '新旧政策差异',
    /(?:新旧政策|政策差异|主要变化|修订(?:内容|情况|要点)|与(?:原|旧|以往|此前).{0,12}(?:比|区别|不同)|有(?:哪些|什么)(?:变化|不同)|创新(?:点|举措)|政策亮点|主要特点)/,
  ],
  ['解读机关', /(?:解读(?:机关|单位|部门|机构|人|科室)|咨询(?:单位|部门|电话)|政策咨询|联系(?:人|电话|方式))/],
];

/** Elements of an interpretation: named by a heading, or (for the last ones) by a sentence. */
export function readElements(lines: readonly string[]): InterpretationElement[] {
  const headings = lines
    .filter((line) => !/^(?!问|答|Q|A)[\u4e00-\u9fa5]{2,8}[：:]\s*\S/.test(line))
    .filter(
      (line) =>
        line.length <= 40 &&
        /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．]|第[一二三四五六七八九十]+[、部章]|【|问|Q|[^。；]{2,30}[？?：:]?$)/.test(
          line,
        ),
    );
  const whole = lines.join('\n').slice(0, 60_000);
  return elementSigns
    .filter(([element, sign]) => headings.some((heading) => sign.test(heading)) || inSentence(element, whole))
    .map(([element]) => element);
}

function inSentence(element: InterpretationElement, text: string): boolean {
  if (element === '解读机关')
    return /解读(?:机关|单位|部门|机构|人)\s*[:：]/.test(text) || /(?:政策咨询|咨询)电话\s*[:：]/.test(text);
  if (element === '适用对象') return /适用(?:于|范围|对象)|本(?:办法|规定|方案|细则|意见).{0,6}适用/.test(text);
  if (element === '背景依据') return /(?:根据|依据|按照)《[^》]{4,60}》.{0,80}(?:制定|出台|起草|修订)/.test(text);
  if (element === '注意事项') return /自.{2,30}(?:起)?(?:施行|实施|执行).{0,30}(?:有效期|废止)/.test(text);
  return false;
}
