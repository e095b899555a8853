import type { ElementName, Entry, Unit } from '../model.js';
import { hash, pick } from './html.js';

/** What a document is about, cut out of its title: `《云岭县防汛抗旱应急预案》` → `防汛抗旱应急`. */
export function subjectOf(title: string): string {
  const name = /《(.+)》/u.exec(title)?.[1] ?? /关于(.+)的/u.exec(title)?.[1] ?? title;
  return name
    .replace(/（.*?）/gu, '')
    .replace(/^(印发|做好|加强|规范|进一步|开展|调整|公布|\d{4}年)+/u, '')
    .replace(/^(云岭县|青石镇|柳溪镇|河湾镇|松岭乡|白泉乡)/u, '')
    .replace(
      /(实施方案|实施细则|实施办法|工作方案|管理办法|行动方案|方案|办法|细则|规划|预案|清单|若干措施|通知|意见)$/u,
      '',
    );
}

const aims = [
  (s: string) => `坚持以人民为中心，聚焦群众反映强烈的突出问题，统筹推进${s}各项工作，做到底数清、责任明、措施实。`,
  (s: string) => `坚持问题导向、系统推进，用两年左右时间健全${s}工作机制，形成部门协同、上下联动的工作格局。`,
  (s: string) => `紧扣高质量发展要求，把${s}作为改善民生的重要抓手，稳步提升服务能力和群众满意度。`,
];

const tasks = [
  (s: string) => `（一）摸清底数。各乡镇、各有关单位要全面排查本辖区、本行业${s}现状，逐项建立台账，实行动态管理。`,
  (s: string) => `（二）明确标准。县级主管部门要细化${s}的工作标准和办理流程，压减不必要的环节和材料。`,
  () => '（三）强化保障。统筹用好各级财政资金，优先支持薄弱村和重点项目，严禁层层截留、挤占和挪用。',
  (s: string) => `（四）提升能力。加强从业人员培训，推动${s}力量下沉，打通服务群众的“最后一公里”。`,
  () => '（五）主动公开。工作进展和结果及时通过县政府网站、村（社区）公开栏向社会公开，接受群众监督。',
  () => '（六）数据共享。依托县级政务数据平台归集相关信息，能够通过共享获取的材料不再要求群众提供。',
];

const closings = [
  '各级各有关单位要压实责任，加强协作配合，推动各项措施落地见效。工作中遇到的重大问题及时向县人民政府报告。',
  '县级主管部门要加强跟踪指导和督促检查，对工作不力、进展缓慢的单位予以通报。',
  '各乡镇人民政府要结合实际细化措施，于每季度末报送工作进展情况。',
];

/** Running text of a policy after the salutation; the signature is printed apart. */
export function policyWords(entry: Entry, unit: Unit): { opening: string; plan: string[] } {
  const subject = subjectOf(entry.title);
  const name = /《(.+)》/u.exec(entry.title)?.[1];
  const opening = name
    ? `《${name}》已经研究同意，现印发给你们，请结合实际认真抓好贯彻落实。`
    : `为进一步做好${subject}工作，根据上级有关部署和我${unit.category === '街镇' ? '地' : '县'}实际，现就有关事项通知如下。`;
  const start = hash(entry.title) % 2;
  const chosen = tasks.filter((_, index) => (index + start) % 2 === 0 || index > 3);
  const plan = entry.paragraphs ?? [
    '一、总体要求',
    pick(aims, `${entry.title}aim`)(subject),
    '二、重点任务',
    ...chosen.map((task, index) => task(subject).replace(/^（.）/u, `（${'一二三四五六'[index]}）`)),
    '三、工作要求',
    pick(closings, `${entry.title}close`),
  ];
  return { opening, plan };
}

/** Headings under which the elements of an interpretation stand. */
const headings: Record<ElementName, readonly string[]> = {
  背景依据: ['制定背景和依据', '出台背景', '制定背景'],
  目标任务: ['目标任务', '工作目标'],
  主要内容: ['主要内容'],
  具体举措: ['具体举措', '重点举措'],
  适用对象: ['适用对象', '适用范围'],
  注意事项: ['注意事项'],
  关键词解释: ['关键词解释', '名词解释'],
  新旧政策差异: ['新旧政策差异', '与原政策相比的变化'],
  解读机关: ['解读机关'],
};

const under: Record<Exclude<ElementName, '解读机关'>, (s: string, year: number) => string> = {
  背景依据: (s) =>
    `近年来，群众和企业对${s}提出了新的期待，上级也作出了部署。为把要求落到实处，在调研和征求意见的基础上制定了本文件。`,
  目标任务: (s, year) => `到${year + 1}年底，${s}的覆盖面和质量明显提升，群众办事更加方便，工作机制运行顺畅。`,
  主要内容: (s) => `文件共分三个部分，围绕${s}作出了总体安排，逐条列出了责任单位和完成时间。`,
  具体举措: (s) =>
    `一是排查摸底，建立台账；二是统一${s}的办理流程；三是加强培训，下沉服务力量；四是公开结果，接受监督。`,
  适用对象: () => '本县户籍居民、在本县连续居住满一年的人员，以及在本县依法登记的企业和个体工商户。',
  注意事项: () => '申请人应当如实提交材料，并对真实性负责；材料不齐的，工作人员会一次性告知。',
  关键词解释: () => '文中所称“一窗受理”，是指由综合窗口统一接收申请材料，后台分类办理，统一窗口出件。',
  新旧政策差异: (_s, year) =>
    `与${year - 7}年印发的文件相比，办理时限由二十个工作日缩短为十个工作日，申请材料由七项减为四项。`,
};

/** Running text of an interpretation that has elements. */
export function elementWords(elements: ElementName[], subject: string, unit: Unit, seed: string): string[] {
  const lines: string[] = [];
  const own = elements.filter((element) => element !== '解读机关');
  own.forEach((element, index) => {
    lines.push(
      `${'一二三四五六七八'[index]}、${pick(headings[element], seed + element)}`,
      under[element](subject, Number(unit.place.asOf.slice(0, 4))),
    );
  });
  if (elements.includes('解读机关'))
    lines.push(`解读机关：${unit.name}，解读人：业务股室负责人，联系电话：${unit.phone}。`);
  return lines;
}

/** Questions and answers; none of them speaks of an element by name. */
export function questionWords(subject: string): string[] {
  return [
    `问：普通群众最关心的是，${subject}以后去哪里办？`,
    '答：县政务服务中心和各乡镇便民服务中心都设有综合窗口，就近办理即可，也可以在政务服务网上提交。',
    '问：办一件事大概需要多长时间？',
    '答：材料齐全的，窗口当场受理，十个工作日内办结；情况复杂的，会提前告诉申请人。',
    '问：如果对结果不满意怎么办？',
    '答：可以向主管部门反映，也可以拨打政务服务便民热线，工作人员会在规定时间内答复。',
  ];
}

export function conferenceWords(subject: string): string[] {
  return [
    '主持人：各位记者朋友，大家上午好，欢迎出席今天的新闻发布会。',
    `发布人：下面，由我向大家介绍${subject}的有关情况。文件经过多轮征求意见，吸收了各方面的建议。`,
    '记者：请问下一步怎样保证各项措施落到实处？',
    '发布人：我们将按季度调度、按年度评估，结果向社会公开，欢迎大家监督。',
    '主持人：今天的新闻发布会到此结束，谢谢大家。',
  ];
}

export function interviewWords(subject: string): string[] {
  return [
    '主持人：各位网友大家好，欢迎收看在线访谈。今天我们请来了主管部门负责人，和大家聊一聊。',
    `嘉宾：主持人好，各位网友好。很高兴有机会和大家交流${subject}的情况。`,
    '网友：住在偏远山村，办事是不是还要跑到县城？',
    '嘉宾：不用。村里的代办员可以上门帮办，乡镇便民服务中心也能受理。',
    '主持人：感谢嘉宾的介绍，也感谢各位网友的参与，本期访谈到此结束。',
  ];
}

export function newsWords(entry: Entry, unit: Unit): string[] {
  return [
    `近日，${entry.title}。有关单位负责人和基层代表参加。`,
    `活动要求，各单位要对照年度任务，逐项查漏补缺，把工作做细做实。${pick(closings, entry.title)}`,
    `下一步，${unit.name}将持续跟进，及时公开进展情况，回应群众关切。`,
  ];
}

export function plainWords(entry: Entry, unit: Unit): string[] {
  if (entry.paragraphs) return entry.paragraphs;
  const subject = entry.title.replace(/的?(公告|通告|公示|通知)$/u, '').replace(/^关于/u, '');
  return [
    `现将${subject}有关事项告知如下，请相关单位和群众知悉并予以配合。`,
    '有关事项按照依法依规、公开透明、便民高效的原则办理。对内容有疑问的，可在工作日上班时间向承办单位咨询。',
    `联系单位：${unit.name}；联系电话：${unit.phone}；地址：${unit.address}。`,
  ];
}
