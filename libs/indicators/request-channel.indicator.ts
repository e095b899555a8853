import { z } from 'zod';
import { excuses, fetchOutcomes } from '#evidence';
import type { RequestFact, RequestWay } from '#facts';
import { columnPresence } from './column-presence.js';
import { defineIndicator } from './define-indicator.js';
import type { FindingEvidence } from './model.js';
import { verdictOf } from './tally.js';
import { doubt, type FailDraft, finding, type ReviewDraft } from './verdict.js';

const wayTitles: Record<RequestWay, string> = {
  online: '网上',
  email: '电子邮件',
  post: '邮寄',
  onSpot: '当面',
  fax: '传真',
};

/** Letters below which a page says nothing yet: its words may stand in a picture. */
const fewestLetters = 40;

/** 依申请公开栏目可用：能打开，写明怎样申请，提供网上申请的表单或入口。 */
export const requestChannel = defineIndicator({
  id: 'request-channel',
  version: 1,
  title: '依申请公开栏目可用',
  failureTitle: '依申请公开的网上申请入口打不开',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      clause: '第二十九条、第四十五条',
      text: '申请应当采用包括信件、数据电文在内的书面形式；建立完善政府信息公开申请渠道，为申请人依法获取政府信息提供便利',
    },
    { source: '平政办发〔2020〕70号', clause: '二(二)5', text: '健全门户网站依申请公开栏目，完善网络受理平台' },
  ],
  measures:
    '分三项：栏目有链接并能打开；页面写明了申请方式（当面、邮寄、电子邮件、传真）；页面上有网上申请的表单，或有在线申请的入口并且打得开。指标值为符合的项数除以可测的项数。只有入口确实打不开、又没有别的表单时才算不符合；没有找到栏目、没有写明方式、没有找到表单或入口的，交人工核实。',
  blindSpots:
    '不填写、不提交表单，看不出提交后能否受理和答复；表单在登录之后的，只看入口能否打开；申请方式写在图片或附件里的看不到，不作判断。',
  remedy: '请在依申请公开栏目写明受理机构和申请方式，提供网上申请表单或有效的入口。',
  requires: ['columns', 'home', 'unread', 'request'],
  params: z.strictObject({}),
  evaluate({ request, ...facts }, { asOf }) {
    const presence = columnPresence(['request'], facts, asOf, { good: '可用', mustHold: false });
    // What is missing or broken is held against the unit among its columns; here a person looks for another entrance.
    const doubts: ReviewDraft[] = presence.findings.map(({ kind: _kind, evidence, message, ...text }) =>
      doubt(evidence, { ...text, message: `${message}，须人工核实是否另有入口` }),
    );
    const opens = presence.outcome === 'pass';
    const parts = opens && request ? [howOf(request), onlineOf(request)] : [null, null];
    const fails: FailDraft[] = [];
    let good = opens ? 1 : 0;
    for (const part of parts) {
      if (part === 'good') good += 1;
      else if (part?.kind === 'fail') fails.push(part);
      else if (part) doubts.push(part);
    }
    return verdictOf(
      { good, fails, doubts, unmeasured: 3 - good - fails.length - doubts.length },
      { good: '符合', unit: '项', unmeasured: '依申请公开栏目未能读取' },
    );
  },
});

/** `null`: not known. */
type Part = 'good' | FailDraft | ReviewDraft | null;

function howOf(request: RequestFact): Part {
  if (request.ways.some((way) => way !== 'online')) return 'good';
  if (!request.whole || request.letters < fewestLetters) return null;
  const message = '依申请公开页面没有认出当面、邮寄、电子邮件、传真等申请方式，须人工核实';
  return doubt(evidenceOf(request), { subject: 'how', message, details: waysOf(request) });
}

function onlineOf(request: RequestFact): Part {
  const { form, entrances, whole, letters } = request;
  if (form || entrances.some(({ outcome }) => outcome === 'ok')) return 'good';
  const [first] = entrances;
  if (!first) {
    if (!whole || letters < fewestLetters) return null;
    const message = '依申请公开页面没有找到网上申请的表单或入口，须人工核实';
    return doubt(evidenceOf(request), { subject: 'online', message, details: waysOf(request) });
  }
  const broken = entrances.filter(({ outcome, capture }) => outcome !== null && capture !== null && !excuses(outcome));
  if (broken.length < entrances.length) return null;
  const { title, url, outcome } = broken[0]!;
  const said = outcome === null ? '' : fetchOutcomes[outcome].meaning;
  return finding(evidenceOf(request, [title]), {
    subject: 'online',
    message: `依申请公开页面的“${title}”打不开（${said}），页面上也没有别的申请表单`,
    details: [{ label: '入口', value: `${title} ${url}` }, { label: '结果', value: said }, ...waysOf(request)],
  });
}

function evidenceOf({ capture, url }: RequestFact, marks: string[] = []): FindingEvidence {
  return { capture, url, marks };
}

function waysOf({ ways }: RequestFact) {
  return [{ label: '写明的申请方式', value: ways.length > 0 ? ways.map((way) => wayTitles[way]).join('、') : '无' }];
}
