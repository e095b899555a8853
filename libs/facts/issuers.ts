const office =
  /(?:政府|办公室|办公厅|委员会|委员办|局|厅|部|会|院|中心|处|办|所|站|队|公司|党组|党委|党工委|街道办事处|管委会|司|署|行|社|馆|指挥部|领导小组|联席会议|学校|大学|分行|法院|检察院|银行|专班|省|市|县|区|镇|乡)$/;
/** The second half of one name, set apart by a space: “云岭县人民政府　办公室”. */
const half = /^(?:办公室|办公厅|委员会|指挥部|领导小组|联席会议|管委会|街道办事处|党工委|党组|党委|政府|人民政府)$/;
const added = /[（(][^（）()]*[)）]$/;
const seal = /[（(](?:印章|盖章|公章|章)[)）]$/;

/** Whether words end as the names of offices do. */
export function isOfficeName(words: string): boolean {
  return office.test(words.replace(added, ''));
}

/**
 * The offices that some words name together, in their order: “甲局、乙局”, offices side by side in a line. The first is the one
 * that leads. Words that name one office, or anything beside offices, are one name.
 */
export function officesIn(words: string): string[] {
  const names = words.split(/[\s、，,;；]+/).flatMap((part) => (part === '' ? [] : [part.replace(seal, '')]));
  const areOffices = names.every((name) => name.length >= 3 && isOfficeName(name) && !half.test(name));
  return areOffices && names.length > 1 ? [...new Set(names)] : [words.trim().replace(seal, '')];
}
