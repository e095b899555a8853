import type { SiteFacts } from '#facts';
import {
  annualReportLedger,
  catalogueLedger,
  columnLedger,
  documentLedger,
  findIndicator,
  interpretationLedger,
  type LedgerOf,
  type TimelinessParams,
} from '#indicators';
import { rubricItems, type Programme } from '#programmes';
import { workdays } from './workdays.js';

/** 条例第二十六条 and 第四十九条, where no programme says otherwise. */
const lawful: Record<string, unknown> = {
  'published-in-time': { workdays: 20, startsFrom: 'issued' },
  'annual-report-in-time': { department: '01-31', government: '03-31', township: '01-31' },
};

/** One kind of ledger: the rows of one unit, under the rules of a programme or of the regulation alone. */
export type Ledger<Row> = (facts: SiteFacts, of: LedgerOf, programme: Programme | null) => Row[];

export const ledgers = {
  documents: (facts, of, programme) => documentLedger(facts, of, paramsOf(programme, 'published-in-time'), workdays),
  interpretations: (facts, of) => interpretationLedger(facts, of),
  columns: (facts, of, programme) => columnLedger(facts, of, programme?.columns ?? []),
  'annual-reports': (facts, of, programme) =>
    annualReportLedger(facts, of, paramsOf(programme, 'annual-report-in-time')),
  catalogue: (facts, of) => catalogueLedger(facts, of),
} satisfies Record<string, Ledger<unknown>>;

/** Within how many working days a document must be published, and which clause says so. */
export interface TimeLimit {
  params: TimelinessParams;
  clause: string;
}

export function timeLimitOf(programme: Programme | null): TimeLimit {
  const item = (programme ? rubricItems(programme.rubric) : []).find(
    ({ indicator }) => indicator === 'published-in-time',
  );
  const clause = programme?.requirements.find(({ id }) => id === item?.requirement)?.clause;
  const law = '《政府信息公开条例》第二十六条';
  return {
    params: paramsOf<TimelinessParams>(programme, 'published-in-time'),
    clause: programme && clause ? `${programme.title}${clause}；${law}` : law,
  };
}

/** The params that the programme's rubric gives an indicator, else those of the regulation. */
function paramsOf<Params>(programme: Programme | null, indicator: string): Params {
  const items = programme ? rubricItems(programme.rubric) : [];
  const params = items.find((item) => item.indicator === indicator)?.params ?? lawful[indicator];
  return findIndicator(indicator)?.paramsSchema.parse(params) as Params;
}
