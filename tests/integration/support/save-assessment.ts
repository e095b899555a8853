import type { AssessmentHead, AssessmentRow, AssessmentStore } from '#database';

/** Publishes a whole assessment at once, with the places that its scorecards say. */
export async function saveAssessment(
  assessments: AssessmentStore,
  { scorecards, tasks, ...opening }: AssessmentRow,
  pins: Record<string, string[]> = {},
): Promise<AssessmentHead> {
  await assessments.write(opening, { publish: true }, async (draft) => {
    await draft.add(scorecards.map((card) => ({ card, pins: pins[card.organisation.id] ?? [] })));
    await draft.rank(scorecards);
    await draft.addTasks(tasks);
  });
  const head = await assessments.head(opening);
  if (!head) throw new Error('nothing was published');
  return head;
}
