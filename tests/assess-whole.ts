import { assess, type AssessRequest, type AssessResult, type House } from '#operations';
import type { AssessmentRow, Scorecard } from '#database';

/** Assesses a few units and holds all their scorecards, in the order of the units. */
export async function assessWhole(
  house: House,
  request: AssessRequest,
): Promise<{ row: AssessmentRow; replay: AssessResult['replay'] }> {
  const scorecards: Scorecard[] = [];
  const onCard = (card: Scorecard) => void scorecards.push(card);
  const { row, replay } = await assess(house, { ...request, onCard });
  const { outlines: _outlines, ...opening } = row;
  return { row: { ...opening, scorecards }, replay };
}
