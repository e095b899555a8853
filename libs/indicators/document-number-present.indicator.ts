import { z } from 'zod';
import type { DocumentFact } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { bareTitle, inOrder, isInPolicyColumn, isMoved, isOfPeriod, issuedOnSources, quoted } from './documents.js';
import { isRepost, maybeRepost } from './makers.js';
import type { OrganisationRef } from './model.js';
import { verdictOf } from './tally.js';
import { doubt, finding, type FindingText, notApplicable } from './verdict.js';

/** Titles of documents that carry a number; public notices (公告, 公示, 通告) often carry none and are left out. */
const numbered = /^(?!.*(公告|公示|通告)).*关于.+的(通知|意见|决定|通报|批复|函)(（[^（）]*）|\([^()]*\))?$/;

/** 公文页面应标注发文字号。 */
export const documentNumberPresent = defineIndicator({
  id: 'document-number-present',
  version: 4,
  title: '公文标注发文字号',
  failureTitle: '公文缺少发文字号',
  basis: [{ source: '平政办发〔2020〕70号', clause: '二(三)7', text: '避免出现错别字、文号遗漏等问题' }],
  measures:
    '本期发布在政策文件栏目、标题为“关于……的通知（意见、决定、通报、批复、函）”的文件中，元数据或正文有发文字号的份数除以可测份数。正文是一个附件（pdf、docx、xlsx、ofd）的，附件中的文号同样算数。没有文号、但有成文日期、且元数据、落款或标题中有发文机关，可确认为公文的，计为缺少；不能确认的，文号、标题、日期或机关读法有疑的，可能由其他机关制作的，信息栏写明没有文号（“发文字号：无”）的，以及附有同名文件而页面上没有文号的，交人工复核。',
  blindSpots:
    '文号只出现在图片、扫描件或老格式（doc、wps等）附件中的看不到；不核对文号是否正确、连续；迁移的历史文件不检查。',
  remedy: '请在页面的信息公开元数据和正文标题下补充发文字号。',
  requires: ['documents'],
  params: z.strictObject({}),
  evaluate({ documents }, { period, asOf, organisation }) {
    const subjects = inOrder(documents).filter(
      (one) => isOfPeriod(one.publishedOn?.on ?? '', period, asOf) && isSubject(one) && !isRepost(one, organisation),
    );
    if (subjects.length === 0) return notApplicable('本期政策文件栏目没有发布公文');
    const lacking = subjects
      .filter((one) => one.documentNumber === null)
      .map((one) => ({ one, reason: openReason(one, organisation) }));
    return verdictOf(
      {
        good: subjects.length - lacking.length,
        fails: lacking
          .filter(({ reason }) => reason === null)
          .map(({ one }) => finding(evidenceOf(one), textOf(one, '没有标注发文字号'))),
        doubts: lacking.flatMap(({ one, reason }) =>
          reason === null ? [] : doubt(evidenceOf(one), textOf(one, `没有读到发文字号，须人工复核：${reason}`)),
        ),
        unmeasured: 0,
      },
      { good: '有发文字号', unit: '份公文', unmeasured: '没有可测的公文' },
    );
  },
});

function isSubject(document: DocumentFact): boolean {
  if (document.kind !== 'document' || !isInPolicyColumn(document)) return false;
  return numbered.test(document.title.trim()) && !isMoved(document);
}

const namesIssuer = /(政府|办公厅|办公室|局|厅|委|委员会|办事处|管委会|中心)关于/;

/** The page itself shows an official document: dated, and with who issued it in its block, signature or title. */
function isCertain({ issuer, issuedOn, title }: DocumentFact): boolean {
  return issuedOn !== null && (issuer !== null || issuedOn.source === 'metadata' || namesIssuer.test(title));
}

/** Fields that tell whether the number is missing, and whether the page is an official document of the period. */
const restsOn = ['title', 'documentNumber', 'issuedOn', 'publishedOn', 'issuer'] as const;

/** Why the missing number is left to a person, or null. */
function openReason(document: DocumentFact, organisation: OrganisationRef): string | null {
  return joinReasons(
    doubtReason(document, restsOn),
    maybeRepost(document, organisation),
    document.saysUnnumbered ? '页面写明没有发文字号，是否应当编号不能确认' : null,
    isCertain(document) ? null : '是否为公文不能确认',
    hasTextInFile(document) ? '正文可能在附件中，文号或在其中' : null,
  );
}

/** An attachment that bears the document's own name, or a name that says nothing, may hold its text. */
function hasTextInFile({ attachments, title }: DocumentFact): boolean {
  const wanted = bareTitle(title);
  return attachments.some((file) => {
    const name = bareTitle(file.title.replace(/\.[a-z]{2,5}$/i, '')).replace(
      /^附件[\d一二三四五六七八九十]*[：:、.]?/,
      '',
    );
    if (!/[\u4e00-\u9fff]{5}/.test(name)) return !/表|名单|清单|图|目录/.test(name);
    return name.includes(wanted) || wanted.includes(name);
  });
}

function evidenceOf({ capture, url, title, issuedOn }: DocumentFact) {
  return { capture, url, marks: [title, issuedOn?.words ?? ''] };
}

function textOf(document: DocumentFact, lack: string): FindingText {
  const { url, title, issuer, issuedOn, publishedOn } = document;
  return {
    subject: url,
    message: `${quoted(title)}（${publishedOn?.on}发布）${lack}`,
    details: [
      { label: '文件', value: title },
      { label: '发文机关', value: issuer ?? '未见' },
      { label: '成文日期', value: issuedOn ? `${issuedOn.on}（${issuedOnSources[issuedOn.source]}）` : '未见' },
      { label: '发布日期', value: publishedOn?.on ?? '未见' },
      { label: '发文字号', value: '未见' },
      ...doubtDetails(doubtReason(document, restsOn)),
    ],
  };
}
