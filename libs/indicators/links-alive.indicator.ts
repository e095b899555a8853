import { z } from 'zod';
import { localDateOf } from '#calendar';
import { fetchOutcomes } from '#evidence';
import { confirmAfterHours, type FaultyLink, type LinkLog, type LinkPlace } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { linksInPeriod, linkTitle } from './link-logs.js';
import { fail, finding, isNonEmpty, notMeasured, pass, ratio } from './verdict.js';

/** 链接可用：每发现一个打不开的链接各算一处，如各地细则。 */
export const linksAlive = defineIndicator({
  id: 'links-alive',
  version: 1,
  title: '首页和正文页的链接有效',
  failureTitle: '有链接失效',
  basis: [
    {
      source: '国办秘函〔2019〕19号及地方考核细则（转载，待核）',
      clause: '扣分项',
      text: '首页、其他页面链接错误，逐个扣分；分值未取得原件，由主管单位确定',
    },
  ],
  measures: `用本机链接检查（probe links）的记录，取评估周期之内、评估日之前最近的一次。检查首页上的全部链接和正文页中的附件、相关链接，包括指向其他网站的；同一地址只算一次。答复404、410，或域名无法解析、连接失败，且在不同的两天、相隔不少于${confirmAfterHours}小时的两次检查都是如此的，为失效。`,
  blindSpots:
    '超时、服务器出错、要求验证、拒绝访问、证书有误、不许采集的，以及只检查到一次的，不判断，不算失效；检查时本机连不上其他网站的，域名无法解析和连接失败不计。服务器对本机的检查单独答复404的看不出；列表页、栏目页上的链接由栏目类指标判断；脚本打开的链接看不到。',
  remedy: '请修复链接，或撤下已失效的链接。',
  requires: ['links'],
  params: z.strictObject({
    /** Links of the home page alone, of details alone, or both. */
    pages: z.enum(['home', 'detail', 'all']).default('all'),
    /** Dead links up to this number are let pass. */
    atMost: z.number().int().nonnegative().default(0),
  }),
  evaluate({ links }, { params, period, asOf }) {
    const log = linksInPeriod(links, period, asOf);
    if (log === null) return notMeasured('评估周期内没有检查过链接', 1);
    const places: LinkPlace[] = params.pages === 'all' ? ['home', 'detail'] : [params.pages];
    const sum = (counts: LinkLog['links']) => places.reduce((total, place) => total + counts[place], 0);
    const dead = log.faulty.filter(({ state, place }) => state === 'dead' && places.includes(place));
    // What opens under another name opens.
    const opened = log.faulty.filter(({ state, place }) => isOpen(state) && places.includes(place));
    const good = sum(log.alive) + opened.length;
    const of = good + dead.length;
    const unmeasured = sum(log.links) - of;
    const day = localDateOf(log.at);
    if (of === 0) return notMeasured(`${day}检查的${sum(log.links)}个链接都未能看到结果`, unmeasured);
    const unseen = unmeasured > 0 ? `，另有${unmeasured}个未能判断` : '';
    const message = `${day}检查链接${of}个，失效${dead.length}个${unseen}`;
    const findings = dead.map((link) => finding(evidenceOf(link), { subject: link.url, ...wordsOf(link) }));
    if (dead.length <= params.atMost || !isNonEmpty(findings)) return pass(ratio(good, of), { message, unmeasured });
    return fail(ratio(good, of), findings, { message, unmeasured });
  },
});

const isOpen = (state: FaultyLink['state']) => state !== 'dead' && state !== 'suspected';

/** The page on which it stands; its words are marked. */
function evidenceOf({ page, pageCapture, text }: FaultyLink) {
  return { capture: pageCapture, url: page, marks: text === '' ? [] : [text] };
}

function wordsOf(link: FaultyLink) {
  const { title } = fetchOutcomes[link.lastOutcome];
  const said = (at: string, outcome: FaultyLink['lastOutcome']) =>
    `${localDateOf(at)}：${fetchOutcomes[outcome].title}`;
  return {
    message: `${linkTitle(link)}失效：${title}`,
    details: [
      { label: '链接地址', value: link.url },
      { label: '所在页面', value: link.page },
      { label: '首次检查', value: said(link.firstAt, link.firstOutcome) },
      { label: '再次检查', value: said(link.lastAt, link.lastOutcome) },
    ],
  };
}
