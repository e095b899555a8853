import { computed, ref, watch, type Ref } from 'vue';
import type { AppealKind, FindingRow, SentAppeal } from '../api/types.js';
import type { AppealSubject } from '../components/AppealDialog.vue';
import { useAppealWindows } from './appeal-windows.js';
import { notice } from './notice.js';

/** So many findings at most are answered in one go. */
export const mostAtOnce = 50;

/** What a page needs to let a department answer the findings that it shows, one or many of one unit at a time. */
export function useAppealing(
  scope: () => { programme: string; period: string } | null,
  organisations: () => readonly string[],
) {
  const { windows, again } = useAppealWindows(() => ({ scope: scope(), organisations: organisations() }));
  const subject: Ref<AppealSubject | null> = ref(null);
  const chosen = ref<ReadonlyMap<string, FindingRow>>(new Map());
  /** The unit of what was chosen; one answer is of one unit. */
  const chosenUnit = computed(() => [...chosen.value.values()][0]?.organisation ?? null);

  function isOpen({ id }: FindingRow): boolean {
    const window = windows.value.get(id);
    return window !== undefined && window.isOpen && window.appeal?.state !== 'sent';
  }

  /** Whether it can be chosen beside what is. */
  function isChoosable(finding: FindingRow): boolean {
    const { programme, period, organisation } = finding;
    const first = [...chosen.value.values()][0];
    const isAlike = first?.organisation === organisation && first.programme === programme && first.period === period;
    return (
      isOpen(finding) &&
      (first === undefined || isAlike) &&
      (chosen.value.size < mostAtOnce || chosen.value.has(finding.id))
    );
  }

  function choose(finding: FindingRow, isChosen: boolean): void {
    const next = new Map(chosen.value);
    if (!isChosen) next.delete(finding.id);
    else if (isChoosable(finding)) next.set(finding.id, finding);
    chosen.value = next;
  }

  /** Those of these that can be chosen and are not. */
  const restOf = (findings: readonly FindingRow[]) =>
    findings.filter((finding) => isChoosable(finding) && !chosen.value.has(finding.id));

  function ask(finding: FindingRow, kind: AppealKind): void {
    askAbout([finding], kind);
  }

  function askMany(kind: AppealKind): void {
    askAbout([...chosen.value.values()], kind);
  }

  function askAbout(findings: readonly FindingRow[], kind: AppealKind): void {
    const [first] = findings;
    if (!first) return;
    const { organisation, programme, period } = first;
    const lastDay = findings.flatMap(({ id }) => windows.value.get(id)?.lastDay ?? []).sort()[0] ?? null;
    const about = findings.map(({ id, message }) => ({ id, message }));
    subject.value = { kind, organisation, programme, period, findings: about, lastDay };
  }

  function sent(appeal: SentAppeal): void {
    if ((subject.value?.findings.length ?? 0) > 1) chosen.value = new Map();
    else for (const { id } of appeal.findings) choose({ id } as FindingRow, false);
    subject.value = null;
    const many = appeal.findings.length > 1 ? `${appeal.findings.length} 个问题已一并提交` : '已提交';
    const left = appeal.left.length > 0 ? `，${appeal.left.length} 个没有提交` : '';
    notice.value = `${many}${left}，办理情况见“申诉与整改”。`;
    again();
  }

  const none = () => void (chosen.value = new Map());
  watch(() => JSON.stringify(scope()), none);

  return { windows, subject, ask, sent, chosen, chosenUnit, isOpen, isChoosable, choose, restOf, askMany, none };
}
