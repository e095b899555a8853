/** What the form itself asks to be said (国办公开办函〔2021〕30号) or what law and custom put into every report. */
const setPhrases =
  /^(?:现将|现|为|根据|按照|依据|依照).{0,160}(?:(?:公布|编制|形成|撰写|报告如下|公告如下).{0,40}(?:年度报告|年报|如下)|年度报告.{0,20}(?:公布|编制|如下))|本(?:年度)?(?:报告|年报).{0,40}(?:编制|组成|部分|统计期限|起止|截至|下载|查阅|电子版)|(?:统计|数据).{0,6}期限|(?:如|若|欢迎)?.{0,6}对本(?:年度)?(?:报告|年报).{0,12}(?:疑问|联系|意见)|(?:联系(?:地址|电话|方式)|邮编|邮政编码|传真)[:：]|(?:没有|无|暂无|未有).{0,6}(?:其他|需要).{0,8}(?:报告|说明).{0,4}事项|信息(?:公开)?处理费|处理费(?:用)?管理办法|勾稽关系/;

/** Cut here: what is longer is no single report (all units' reports on one page). */
const mostLetters = 6_000;
/** Chinese characters that a sentence needs to say something of its own. */
const fewestLetters = 10;
/** A sentence without an end may be a cut one; a row of a table is one too, only shorter. */
const longestRow = 60;

/**
 * The sentences of an annual report that are its own: without the headings, the tables and the set phrases that the form
 * gives to every report. In the order of the text.
 * @param text running text of the report, a line for each paragraph, heading or row.
 */
export function reportPassages(text: string): string[] {
  const passages: string[] = [];
  let letters = 0;
  for (const line of text.split('\n')) {
    for (const sentence of sentencesOf(line)) {
      if (letters + sentence.length > mostLetters) return passages;
      passages.push(sentence);
      letters += sentence.length;
    }
  }
  return passages;
}

function sentencesOf(line: string): string[] {
  const pieces = line.split(/(?<=[。！？；;])/).map((piece) => piece.trim());
  return pieces.filter(
    (piece) =>
      (/[。！？；;]$/.test(piece) || piece.length > longestRow) &&
      (piece.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= fewestLetters &&
      !setPhrases.test(piece.slice(0, 400)),
  );
}
