import { mendStateTitles, noticeStateTitles } from '#casework';
import { daysInWords, printDay, type Letter } from '#circulars';
import type { Stores } from '#database';
import type { Programme } from '#programmes';
import { writeXlsx } from '#sheets';
import { dayOf } from '../clock.js';
import { chooseLetterhead } from '../letterheads.js';
import { areaOf, localise } from '../local-offices.js';
import type { NoticeShown } from './rectifications.js';

export const sampleNotice = '示例数据，不得用于实际工作';

/** The notice as a letter of the office, under the letterhead that it had when the notice was sent: the same whenever it is printed. */
export async function noticeLetter(
  books: Pick<Stores, 'letterheads' | 'organisations'>,
  notice: NoticeShown,
  programme: Programme,
): Promise<Letter> {
  const units = await books.organisations.listOrganisations({ sample: notice.sample });
  const circular = localise(programme.circular, areaOf(units));
  const { findings, dueOn, demand, organisationName: unit } = notice;
  const chosen = await chooseLetterhead(books, notice.sample, { at: notice.issuedAt });
  const issuer = chosen?.letterhead.issuer ?? circular.issuer;
  return {
    letterhead: chosen?.letterhead ?? null,
    number: notice.number,
    title: `${issuer}关于限期整改政务公开问题的通知`,
    issuer,
    recipients: `${unit}：`,
    date: dayOf(new Date(notice.issuedAt)),
    sampleNotice: notice.sample ? sampleNotice : null,
    parts: [
      {
        words: `根据${circular.basis}，经对你单位政务公开情况进行检测，发现${findings.length}个问题（见附件）。请于${printDay(dueOn)}前完成整改。`,
      },
      { heading: true, words: '一、整改要求' },
      ...demand.split(/\n+/).map((words) => ({ words })),
      { heading: true, words: '二、反馈与复测' },
      {
        words: `整改后请在系统中写明整改情况。整改是否到位，以期限后对网站的复测结果为准；到期未整改的，按日升级提醒和督办。对问题有异议的，可在申诉期限内提出申诉或情况说明。整改情况报${circular.reportTo}。`,
      },
    ],
    table: {
      title: '需整改的问题',
      columns: [
        { key: 'number', title: '序号', width: 7 },
        { key: 'message', title: '问题', width: 37 },
        { key: 'clause', title: '条款', width: 13 },
        { key: 'remedy', title: '整改办法', width: 25 },
        { key: 'url', title: '网址', width: 22 },
      ],
      rows: findings.map(({ message, clause, remedy, evidence }, index) => ({
        ...{ number: String(index + 1), message: daysInWords(message), clause, remedy, url: evidence.url },
      })),
    },
  };
}

/** All notices with their findings, a row each. */
export function noticeWorkbook(notices: readonly NoticeShown[], now: Date): Promise<Buffer> {
  const sample = notices.some((one) => one.sample);
  const rows = notices.flatMap((notice) =>
    notice.findings.map((finding) => ({
      organisation: notice.organisationName,
      message: finding.message,
      clause: finding.clause,
      points: finding.points,
      issuedOn: dayOf(new Date(notice.issuedAt)),
      number: notice.number ?? '',
      dueOn: notice.dueOn,
      state: noticeStateTitles[notice.state],
      over: notice.daysOver,
      level: notice.levelTitle,
      mend: mendStateTitles[finding.mend],
      seenIn: finding.seenIn ? `${finding.seenIn.period}（${finding.seenIn.asOf}）` : '',
      answer: notice.steps
        .filter(({ kind, finding: about }) => kind === 'answer' && (about === null || about === finding.id))
        .map(({ words }) => words)
        .join('；'),
      url: finding.evidence.url,
    })),
  );
  const column = (key: string, title: string, width: number) => ({ key, title, width });
  return writeXlsx(
    [
      {
        name: '整改清单',
        title: `整改清单（${dayOf(now)}）`,
        columns: [
          column('organisation', '单位', 24),
          column('message', '问题', 60),
          column('clause', '条款', 14),
          column('points', '扣分', 8),
          column('issuedOn', '通知日期', 12),
          column('dueOn', '整改期限', 12),
          column('state', '通知状态', 14),
          column('over', '逾期工作日', 12),
          column('level', '升级', 8),
          column('mend', '整改情况', 16),
          column('seenIn', '复测所在结果', 22),
          column('answer', '单位反馈', 40),
          column('url', '网址', 44),
          column('number', '发文字号', 22),
        ],
        rows,
        ...(sample ? { notes: [sampleNotice] } : {}),
      },
    ],
    { at: now },
  );
}
