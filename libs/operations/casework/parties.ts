import type { AssessmentHead, FindingRow, Stores } from '#database';
import { AlreadyDone, refused } from '#kernel';

/** Who does something in casework, as it is written down. */
export interface Author {
  account: string;
  name: string;
  /** Of the account; null for one of all units. */
  unit: string | null;
  /** Made among sample data. */
  sample: boolean;
}

export const tooLate = (where: string, what: string) => new AlreadyDone([{ where, what }]);

const longestText = 2000;

/** @throws BadInput for no words or too many. */
export function wordsOf(where: string, text: string): string {
  const words = text.trim();
  if (words === '') throw refused(where, '没有填写', `一至 ${longestText} 字`);
  if (words.length > longestText) throw refused(where, `共 ${words.length} 字，过长`, `一至 ${longestText} 字`);
  return words;
}

const mostLinks = 20;

/** @throws BadInput for what is no address of a page. */
export function linksOf(where: string, links: readonly string[]): string[] {
  const told = links.map((link) => link.trim()).filter((link) => link !== '');
  if (told.length > mostLinks) throw refused(where, `共 ${told.length} 条`, `至多 ${mostLinks} 条`);
  return [...new Set(told)].map((link) => {
    const url = URL.canParse(link) ? new URL(link) : null;
    if (link.length <= 2000 && url && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.'))
      return link;
    throw refused(where, `“${link.slice(0, 60)}”不是网址`, '以 http:// 或 https:// 开头的网址，一行一条');
  });
}

const mostFiles = 20;

/** Of the files that were handed in for the unit. @throws BadInput where one is not. */
export async function filesOf(
  { uploads }: Pick<Stores, 'uploads'>,
  organisation: string,
  ids: readonly string[],
): Promise<string[]> {
  const asked = [...new Set(ids)];
  if (asked.length > mostFiles) throw refused('佐证文件', `共 ${asked.length} 个`, `至多 ${mostFiles} 个`);
  const known = new Set(
    (await uploads.uploads(asked)).flatMap((one) => (one.organisation === organisation ? [one.id] : [])),
  );
  if (asked.some((id) => !known.has(id))) throw refused('佐证文件', '其中有的没有为本单位上传过', '先上传，再提交');
  return asked;
}

/** Among sample data only accounts of the sample do anything, and they nowhere else. @throws BadInput */
export function holdToSample(where: string, { sample }: Author, data: { sample: boolean }): void {
  if (sample !== data.sample)
    throw refused(where, data.sample ? '这是示例数据，只能由示例账号办理' : '示例账号不能办理真实数据');
}

/** The published assessment that is meant. @throws BadInput where there is none. */
export async function publishedHead(
  books: Pick<Stores, 'assessments'>,
  scope: { programme: string; period: string; sample: boolean | undefined },
): Promise<AssessmentHead> {
  const { programme, period, sample } = scope;
  const head = await books.assessments.head({ programme, period, ...(sample === undefined ? {} : { sample }) });
  if (head) return head;
  throw refused('评估周期', '没有已公布的结果', '已评估的方案和周期');
}

/** These findings of a unit, of those that stand. @throws BadInput where one does not, unless it is to be noted as left out. */
export async function standingFindings(
  books: Pick<Stores, 'assessments'>,
  head: AssessmentHead,
  organisation: string,
  ids: readonly string[],
  left: { finding: string; message: string; why: string }[] | null = null,
): Promise<FindingRow[]> {
  const { programme, period, sample } = head;
  const { rows } = await books.assessments.findings({ programme, period, sample, organisation });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id);
    if (!row && left !== null) {
      left.push({ finding: id, message: '', why: '已不在这一期的问题中，可能已重新评分' });
      return [];
    }
    if (!row) throw refused('问题', '其中有的已不在这一期的问题中，可能已重新评分', '刷新后再选');
    return row;
  });
}
