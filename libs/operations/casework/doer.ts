import type { OrganisationRow, Stores } from '#database';
import { MissingResource } from '#kernel';

/** Who does something in a case: an account or token, and the name that it signs with. */
export interface CaseDoer {
  id: string;
  signs: string;
  /** Made among sample data; what it does concerns the sample alone. */
  sample: boolean;
}

/**
 * The unit that is meant by an id. The sample's accounts work on sample units and nobody else does.
 * @throws MissingResource
 */
export async function unitOf(
  books: Pick<Stores, 'organisations'>,
  id: string,
  doer: Pick<CaseDoer, 'sample'>,
): Promise<OrganisationRow> {
  const unit = (await books.organisations.listOrganisations({ only: [id] })).find((one) => one.id === id);
  if (!unit || unit.sample !== doer.sample) throw new MissingResource([{ where: '单位', what: '没有这个单位' }]);
  return unit;
}
