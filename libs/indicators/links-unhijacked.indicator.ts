import { z } from 'zod';
import { localDateOf } from '#calendar';
import type { FaultyLink } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { linksInPeriod, linkTitle } from './link-logs.js';
import { doubt, isNonEmpty, needsReview, notMeasured, pass, ratio } from './verdict.js';

const became: Record<string, string> = {
  hijacked: '所指网页含有博彩、色情等字样，疑似外链变异',
  parked: '所指域名疑似已停用或待售',
  changed: '所指网页的标题已与原来不同，疑似换了网站',
};

/** 外链变异：what a link has become no program decides; it is told, with the words and the page, and a person judges. */
export const linksUnhijacked = defineIndicator({
  id: 'links-unhijacked',
  version: 1,
  title: '链接没有变异',
  failureTitle: '有链接疑似变异',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“安全、泄密事故等严重问题”',
      text: '发布或链接反动、暴力、色情等内容的，单项否决',
    },
  ],
  measures:
    '用本机链接检查（probe links）的记录，取评估周期之内、评估日之前最近的一次。首页和正文页的链接所指网页，出现两个以上博彩、色情等字样，或有域名出售、停放的标志，或标题与此前所见、与链接文字毫无相同的字而又跳转到其他域名的，列出字样和当时的网页，一律交人工核实，不直接否决、不扣分。',
  blindSpots:
    '只看网页的标题、描述和文字，图片和脚本生成的内容看不到；只换了内容而标题相近的看不出；打不开的链接看不到内容。',
  remedy: '请立即核实所指网页，确属变异的马上撤下链接，并排查全站的相同链接。',
  requires: ['links'],
  params: z.strictObject({}),
  evaluate({ links }, { period, asOf }) {
    const log = linksInPeriod(links, period, asOf);
    if (log === null) return notMeasured('评估周期内没有检查过链接', 1);
    const suspects = log.faulty.filter(({ state }) => state in became);
    const alive = log.alive.home + log.alive.detail;
    const unmeasured = log.links.home + log.links.detail - alive - suspects.length;
    const day = localDateOf(log.at);
    const doubts = suspects.map((link) => doubt(evidenceOf(link), { subject: link.url, ...wordsOf(link) }));
    if (isNonEmpty(doubts)) {
      const message = `${day}检查链接，${suspects.length}个疑似变异，须人工核实`;
      return needsReview(doubts, message, unmeasured + doubts.length);
    }
    if (alive === 0) return notMeasured(`${day}检查的链接都未能看到所指的网页`, unmeasured);
    const unseen = unmeasured > 0 ? `，另有${unmeasured}个未能看到` : '';
    return pass(ratio(alive, alive), { message: `${day}检查链接${alive}个，没有发现变异${unseen}`, unmeasured });
  },
});

/** The target's page as it was kept; the words are marked. */
function evidenceOf({ capture, url, words }: FaultyLink) {
  return { capture, url, marks: words };
}

function wordsOf(link: FaultyLink) {
  return {
    message: `${linkTitle(link)}${became[link.state]}：${link.words.join('、')}`,
    details: [
      { label: '链接地址', value: link.url },
      { label: '所在页面', value: link.page },
      { label: '所见字样', value: link.words.join('、') },
      { label: '网页标题', value: link.title ?? '无' },
      { label: '首次发现', value: localDateOf(link.firstAt) },
    ],
  };
}
