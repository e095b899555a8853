import type { LocalDate } from '#calendar';
import { sampleNotice } from './compose-circular.js';
import { printDocumentNumber } from './document-number.js';
import type { Letterhead } from './letterhead.js';
import type { CircularModel } from './model.js';

/** What a letterhead looks like around a text of three paragraphs, on the day given. */
export function letterheadSample(letterhead: Letterhead, date: LocalDate, sample: boolean): CircularModel {
  const { issuer, recipients, copyTo, publicNote, code } = letterhead;
  const year = Number(date.slice(0, 4));
  return {
    ...{ template: 'letterhead-sample', kind: 'quarterly', sampleNotice: sampleNotice(sample), issuer, letterhead },
    number: printDocumentNumber({ code, year, serial: 1 }),
    title: [`${issuer}关于政务公开工作情况的通报`],
    recipients: [`${recipients}：`],
    blocks: [
      { kind: 'paragraph', runs: ['正文在起草时按评分结果算出。现将有关情况通报如下：'] },
      { kind: 'heading', runs: ['一、总体情况'] },
      {
        kind: 'paragraph',
        lead: ['（一）二级标题。'],
        runs: [
          '此处是正文。版面按公文格式每页二十二行、每行二十八字，红头、字号、主送、署名、附注和版记按本模板印出。',
        ],
      },
    ],
    ...{ notes: [], date, publicNote, copyTo: copyTo || null, annex: [], chart: null, days: [], deadline: date },
    ...{ checked: null, givens: {} },
  };
}
