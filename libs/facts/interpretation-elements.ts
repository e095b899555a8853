import type { InterpretationElement, InterpretationFormat } from './model.js';

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

/** Words without which the matter of an element cannot be spoken of; the other four are not asked of every interpretation. */
const loosestSigns: [InterpretationElement, RegExp][] = [
  [
    '背景依据',
    /背景|依据|根据|依照|按照|遵照|贯彻|落实|目的|意义|由来|起因|必要|为什么|为何|为了|为(?:进一步|更好|深入|切实|全面|规范|加强|推|促|做|解|保|提|落|响)/,
  ],
  ['目标任务', /目标|任务|要求|力争|实现|达到|确保|计划|规划|到20\d\d年/],
  ['主要内容', /内容|规定|明确|包括|主要|条款|分为|[章条节]|[一二三]是|[一二三]、/],
  ['具体举措', /举措|措施|办法|做法|安排|机制|支持|加强|推进|建立|完善|开展|实施|流程|程序|怎么|如何|补[贴助]|奖励/],
  ['适用对象', /适用|对象|范围|人[群员]|群体|群众|居民|村民|企业|单位|个人|职工|学生|家庭|主体|条件|哪些|谁/],
];
/** Shorter texts say nothing of their own: what they interpret with stands elsewhere. */
const shortestText = 150;
const inWords = new Set<InterpretationFormat>(['text', 'qa', 'press-conference', 'interview']);

/**
 * Elements of which a text says not a single word. Only of a text that is all there is: no picture, film or sound that may
 * say it, nor a file (`hasFiles`).
 */
export function unsaidElements(
  lines: readonly string[],
  formats: readonly InterpretationFormat[],
  hasFiles: boolean,
): InterpretationElement[] {
  const text = lines.join('\n');
  if (hasFiles || formats.length === 0 || !formats.every((format) => inWords.has(format))) return [];
  if (text.length < shortestText || text.length > 60_000) return [];
  return loosestSigns.filter(([, sign]) => !sign.test(text)).map(([element]) => element);
}
