import { localDateOf, type Period } from '#calendar';
import { countingWords, saysSame, type MaterialWord } from '#casework';
import type { MaterialVersionRow, OrganisationRow, Stores } from '#database';
import type { Assessment, Decision, Ruling } from '#indicators';
import { rubricItems, type Programme } from '#programmes';

/** What was decided on material that units handed in, as far as it concerns one assessment. */
export interface MaterialWordOf {
  rulings: Ruling[];
  /** Of all periods. */
  decisions: Decision[];
  /** By unit, the decisions that its score rests on. */
  files: ReadonlyMap<string, readonly string[]>;
}

/**
 * Of each requirement of a unit and period the newest version on which somebody decided. Two who differ settle nothing by
 * themselves: what becomes of them says the rubric's item.
 * @param until an instant: only what had been sent, decided and withdrawn by then.
 * @param importedAt when a file last said something of the same; what was said later counts.
 */
export async function materialWord(
  { materials }: Pick<Stores, 'materials'>,
  { programme, period, units }: { programme: Programme; period: Period; units: readonly OrganisationRow[] },
  until: string | null,
  importedAt: (about: Pick<Ruling, 'organisation' | 'about' | 'period'>) => string | null = () => null,
): Promise<MaterialWordOf> {
  const organisations = units.map(({ id }) => id);
  const versions = await materials.versions({ programme: programme.id, organisations, until });
  const judged = new Set(rubricItems(programme.rubric).map(({ requirement }) => requirement));
  const rulings: Ruling[] = [];
  const decisions: Decision[] = [];
  const files = new Map<string, string[]>();
  for (const sent of byKey(versions)) {
    const counting = countingWords(sent);
    const version = counting && (counting.version as MaterialVersionRow);
    if (!counting || !version) continue;
    const { words } = counting;
    const { organisation, requirement } = version;
    const imported = importedAt({ organisation, about: requirement, period: version.period });
    if (imported !== null && imported >= words.at(-1)!.at) continue;
    const about = {
      ...{ organisation, period: version.period },
      evidence: { capture: version.id, url: `报送的佐证材料第${version.version}版` },
    };
    decisions.push({ ...about, requirement, basis: basisOf(words), ...assessmentOf(words) });
    if (version.period !== period.id || !judged.has(requirement)) continue;
    files.set(organisation, [...(files.get(organisation) ?? []), ...words.map(({ id }) => id)]);
    const [first, second = first] = words;
    if (first!.verdict === 'graded' || !saysSame(first!, second!)) continue;
    const { by, on } = signedBy(words);
    const result = first!.verdict as Ruling['result'];
    const source = `报送的佐证材料第${version.version}版`;
    rulings.push({ ...about, about: requirement, result, by, on, basis: basisOf(words), source });
  }
  return { rulings, decisions, files };
}

function byKey(versions: readonly MaterialVersionRow[]): MaterialVersionRow[][] {
  const groups = new Map<string, MaterialVersionRow[]>();
  for (const version of versions) {
    const key = JSON.stringify([version.organisation, version.period, version.requirement]);
    groups.set(key, [...(groups.get(key) ?? []), version]);
  }
  return [...groups.values()];
}

function assessmentOf([first, second]: readonly MaterialWord[]): Assessment &
  Pick<Decision, 'second' | 'notApplicable'> {
  const one = (word: MaterialWord): Assessment => ({
    reviewer: word.signs,
    decidedOn: localDateOf(word.at),
    ...(word.verdict === 'graded' ? { grade: word.grade! } : { share: word.verdict === 'meets' ? '1' : '0' }),
  });
  const waives = (word: MaterialWord | undefined) => word?.verdict === 'notApplicable';
  if (waives(first) && (!second || waives(second))) {
    const { reviewer, decidedOn } = one(first!);
    return { reviewer, decidedOn, notApplicable: true };
  }
  return { ...one(first!), ...(second ? { second: one(second) } : {}) };
}

function signedBy(words: readonly MaterialWord[]): Pick<Ruling, 'by' | 'on'> {
  return { by: words.map(({ signs }) => signs).join('、'), on: localDateOf(words.at(-1)!.at) };
}

function basisOf(words: readonly MaterialWord[]): string {
  const reasons = [...new Set(words.map(({ reason }) => reason.trim()).filter((reason) => reason !== ''))];
  return reasons.join('；') || '按报送的佐证材料审定';
}
