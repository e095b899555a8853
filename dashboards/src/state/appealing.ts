import { ref, type Ref } from 'vue';
import type { AppealKind, FindingRow } from '../api/types.js';
import type { AppealSubject } from '../components/AppealDialog.vue';
import { useAppealWindows } from './appeal-windows.js';
import { notice } from './notice.js';

/** What a page needs to let a department answer the findings that it shows. */
export function useAppealing(
  scope: () => { programme: string; period: string } | null,
  organisations: () => readonly string[],
) {
  const { windows, again } = useAppealWindows(() => ({ scope: scope(), organisations: organisations() }));
  const subject: Ref<AppealSubject | null> = ref(null);

  function ask(finding: FindingRow, kind: AppealKind): void {
    const { organisation, programme, period, id, message } = finding;
    const lastDay = windows.value.get(id)?.lastDay ?? null;
    subject.value = { kind, organisation, programme, period, findings: [{ id, message }], lastDay };
  }

  function sent(): void {
    subject.value = null;
    notice.value = '已提交，办理情况见“申诉与整改”。';
    again();
  }

  return { windows, subject, ask, sent };
}
