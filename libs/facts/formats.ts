import { type ContentMedia, readContentMedia } from './content-media.js';
import type { InterpretationFormat } from './model.js';
import { isNovelty } from './news-title.js';
import type { PageBody } from './page-body.js';
import type { PageLine, ParsedPage } from './parsed-page.js';

const pictureTitle = /一图(?:读懂|看懂|了解|速览|解读)|图解|一张图|图说|图文解读|长图|漫画解读|海报|明白卡/;
const wordsAndPicture = /图文解读/;
const videoTitle = /视频解读|【视频】|视频[|｜:：]|短视频|微视频|微课堂/;
const audioTitle = /音频解读|【音频】|音频[|｜:：]|语音解读|有声解读/;
const animationTitle = /动漫|动画|(?:^|[【[])\s*H5|H5解读|H5[|｜:：]/i;
const qaTitle = /问答|答问$|答记者问|[你您]问我(?:来)?答|有问必答|百问百答|一问一答|热点问题/;
const conferenceTitle = /发布会|吹风会|通气会/;
const interviewTitle = /访谈|专访|做客|局长讲|在线交流/;
const explains = /解读|读懂|看懂|图解|图说|问答|答记者问|访谈|发布会|视频|音频|动漫|动画|H5/i;
/** A policy or an announcement by its title: pictures in it are its own pages, scanned. */
const documentTitle =
  /(?:通知|公告|通告|意见|办法|方案|规定|细则|条例|决定|规划|批复|通报|公示|命令|函)(?:[（(][^（）()]{1,20}[)）])?$/;

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

/** So much prose beside something shown or played is an interpretation of its own, not its caption or its lead-in. */
const proseBeside = {
  letters: 200,
  inParagraphs: { letters: 90, paragraphs: 3 },
  underHeadings: { headings: 2 },
  points: 3,
};

/**
 * Forms of an interpretation by what is there: running text, pictures that carry it, players, the structure of the text. A
 * title alone makes no form: it only says which form the pictures or the outside link have. Logos, icons and QR codes are
 * no content, and a document that was scanned is no infographic. Questions and answers, what was said at a press conference
 * or in an interview are forms of their own and no running text; beside a picture or a player only prose counts as text.
 */
export function readFormats(
  page: ParsedPage,
  body: PageBody,
  title: string,
  lines: readonly PageLine[],
): InterpretationFormat[] {
  const formats = new Set<InterpretationFormat>();
  const text = lines.map((line) => line.text).join('\n');
  const letters = lettersOf(text);
  const prose = lines.filter(isProse).map((line) => line.text);
  const media = readContentMedia(page, body);
  const isDocument = documentTitle.test(title.replace(/\s/g, '')) && !explains.test(title) && !isNovelty(title);

  // A cartoon by its title is no film beside it, however it is played.
  const isCartoon = animationTitle.test(title) && !videoTitle.test(title);
  if ((media.video && !isCartoon) || (videoTitle.test(title) && media.outside)) formats.add('video');
  if (media.audio || (audioTitle.test(title) && media.outside)) formats.add('audio');
  if (isAnimation(media, title)) formats.add('animation');
  const spoken = isDocument ? null : spokenForm(title, text, letters, media.video);
  const isTold = formats.size > 0 || spoken !== null;
  if (!isDocument && isInfographic(media, title, letters, isTold)) formats.add('infographic');
  if (spoken) formats.add(spoken);
  else if (
    formats.size === 0 || (wordsAndPicture.test(title) && prose.length > 1) ? letters >= 40 : explainsInWords(prose)
  )
    formats.add('text');
  return order.filter((format) => formats.has(format));
}

function lettersOf(text: string): number {
  return text.length - (text.match(/\s/g)?.length ?? 0);
}

function explainsInWords(prose: readonly string[]): boolean {
  const letters = lettersOf(prose.join(''));
  const { inParagraphs, underHeadings } = proseBeside;
  const paragraphs = prose.filter((line) => line.length >= 20 && /[。！？；：]$/.test(line)).length;
  if (letters >= proseBeside.letters || (letters >= inParagraphs.letters && paragraphs >= inParagraphs.paragraphs))
    return true;
  if (prose.filter(isPoint).length >= proseBeside.points) return true;
  const headed = prose.filter((line, n) => isHeading(line) && isSentence(prose[n + 1] ?? ''));
  return headed.length >= underHeadings.headings;
}

/** A short line with a number before it, of which nothing is said within itself. */
const isHeading = (line: string): boolean => ordinal.test(line) && line.length <= 40 && !/[。；，]/.test(line);

/** “一、编制依据：……。”: a point of a text, in one line. */
const isPoint = (line: string): boolean => ordinal.test(line) && line.length >= 15 && /[。；]$/.test(line);

const isSentence = (line: string): boolean => line.length >= 12 && !isHeading(line) && /[。！；]$/.test(line);

/** A line that tells something: no link, no caption, nobody's name. */
function isProse({ text, linkLength }: PageLine): boolean {
  return (
    linkLength * 2 < text.length &&
    !/^[（(【[]?(?:点击|扫码|扫一扫|长按|(?:来源|编辑|责编|作者|供稿|制作|监制|审核)[:：])/.test(text)
  );
}

function isAnimation(media: ContentMedia, title: string): boolean {
  const isShown = media.pictures > 0 || media.video || media.framed || media.outside;
  return media.animation || (animationTitle.test(title) && isShown);
}

/**
 * The title, or the line above a picture, says so and there is a picture; else the pictures carry what the page has to say.
 * @param isTold something is played, or people speak: one picture beside it is a photograph.
 */
function isInfographic(
  { pictures, headed, pictureFile }: ContentMedia,
  title: string,
  letters: number,
  isTold: boolean,
): boolean {
  if (headed) return true;
  if (pictureTitle.test(title)) return pictures > 0 || pictureFile;
  if (pictures === 0) return false;
  return (letters < 120 && !isTold) || (pictures >= 3 && letters < pictures * 60);
}

/** What was said at a press conference on a document: not the news that there was one, nor of which document nobody said. */
export function isConferenceTranscript(title: string, text: string): boolean {
  return conferenceTitle.test(title) && /《[^》]+》/.test(title) && speakers(text).host > 0;
}

/** Words of people: a press conference, an interview, questions and answers, by the title and by who speaks. */
function spokenForm(title: string, text: string, letters: number, hasVideo: boolean): InterpretationFormat | null {
  const said = speakers(text);
  const opening = text.slice(0, 400);
  if ((letters >= 100 || said.host > 0) && conferenceTitle.test(title)) return 'press-conference';
  if (conferenceTitle.test(opening) && said.host >= 1 && said.reporter >= 2) return 'press-conference';
  if (interviewTitle.test(title) && (letters >= 100 || hasVideo)) return 'interview';
  if (said.host >= 2 && said.guest >= 2 && said.reporter === 0) return 'interview';
  const asked = said.question + said.reporter;
  // One question, which is what the page is called, and its answer; the title may be all that asks.
  if (asks.test(title) && said.answer >= 1 && (said.question >= 1 || answers.test(text))) return 'qa';
  if (letters < 80 && Math.max(Math.min(said.question, said.answer), said.reporter) < 2 && said.headed < 3) return null;
  if (qaTitle.test(title)) return asked + said.headed >= 1 ? 'qa' : null;
  if (said.question >= 2 && (said.answer >= 2 || said.question >= 3)) return 'qa';
  // Headings that ask, unless most of the headings tell.
  return said.headed >= 3 && said.headed * 2 > said.headings ? 'qa' : null;
}

interface Speakers {
  host: number;
  guest: number;
  reporter: number;
  question: number;
  answer: number;
  /** Numbered headings and questions that stand by themselves above their answers; those of them that ask. */
  headings: number;
  headed: number;
}

const ordinal =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|第[一二三四五六七八九十]{1,3}[、个问])/;

const asks = /[？?]$/;
const answers = /^[\s【[]*(?:答|回答|答复)[】\]]?\s*[：:]/;

/** A question by itself, and below it what answers it. */
function isAnswered(line: string, next = ''): boolean {
  return asks.test(line) && line.length >= 5 && !/[。；！]/.test(line) && next.length >= 3 && !asks.test(next);
}

function speakers(text: string): Speakers {
  const found: Speakers = { host: 0, guest: 0, reporter: 0, question: 0, answer: 0, headings: 0, headed: 0 };
  const lines = text.split('\n').map((line) => line.slice(0, 120).replace(/\s/g, ''));
  for (const [n, line] of lines.entries()) {
    if (/^[【[（(]?(?:主持人|主持)[^：:]{0,12}[】\])）]?[：:]|^【主持人?】/.test(line)) found.host += 1;
    else if (/^[【[（(]?(?:记者|[^：:。，]{2,16}记者)(?:提?问)?[】\])）]?[：:]/.test(line)) found.reporter += 1;
    else if (
      /^[【[（(]?(?:嘉宾|受访人)[^：:]{0,12}[】\])）]?[：:]/.test(line) ||
      /^[^：:。，？?]{2,20}(?:局长|主任|镇长|乡长|县长|科长|站长|所长|书记)[：:]/.test(line) ||
      /^【[^】]{0,20}(?:嘉宾|负责人|[局县镇乡科站所]长|主任|书记)】/.test(line)
    )
      found.guest += 1;
    else if (
      /^[【[]?(?:问|Q|提问|问题)[\d一二三四五六七八九十]{0,3}[】\]]?[：:、.．]/i.test(line) ||
      /^【问】|^[一二三四五六七八九十]问[：:]|^Q\d{0,2}[\u4e00-\u9fa5]|^问(?!题|询|责|卷)[^。]{4,}[？?]$/.test(line)
    )
      found.question += 1;
    else if (
      /^[【[]?(?:答|A|回答|答复)[\d一二三四五六七八九十]{0,3}[】\]]?[：:、.．]/i.test(line) ||
      /^【答】|^A\d{0,4}[\u4e00-\u9fa5]|^答$/.test(line)
    )
      found.answer += 1;
    else if (line.length <= 70 && (ordinal.test(line) || isAnswered(line, lines[n + 1]))) {
      found.headings += 1;
      if (asks.test(line)) found.headed += 1;
    }
  }
  return found;
}
