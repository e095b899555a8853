import type { LedgerKind, LedgerViewRow, Stores } from '#database';
import { AlreadyDone, refused } from '#kernel';
import { ledgerDefinition } from './definitions.js';
import { readView, type LedgerView } from './read-view.js';

const mostViews = 100;
const longestName = 40;

/**
 * Keeps a view for an account, under an id that the sender made: sent twice it is kept once, sent otherwise it is changed; what was
 * removed is there again.
 * @throws BadInput for a view that cannot be read, a name that cannot be used, or too many views.
 * @throws AlreadyDone where another view of the ledger has the name.
 */
export async function saveLedgerView(
  { ledgerViews }: Pick<Stores, 'ledgerViews'>,
  sent: { id: string; account: string; ledger: LedgerKind; name: string; view: LedgerView },
  now: Date,
): Promise<{ before: LedgerViewRow | null; after: LedgerViewRow }> {
  const { id, account, ledger, view } = sent;
  const name = sent.name.trim();
  if (name === '' || name.length > longestName) throw refused('名称', '为空或过长', `1 到 ${longestName} 字`);
  readView(ledgerDefinition(ledger), view);
  const views = await ledgerViews.views(account);
  if (views.some((one) => one.id !== id && one.ledger === ledger && one.name === name))
    throw new AlreadyDone([
      { where: '名称', what: `已有名为“${name}”的视图`, accepted: '另取名称，或先改名、删除那一个' },
    ]);
  const before = views.find((one) => one.id === id) ?? null;
  if (!before && views.length >= mostViews)
    throw refused('视图', `已保存 ${views.length} 个`, `至多 ${mostViews} 个，请先删除不用的`);
  const { filter, sort, columns } = view;
  const kept = { filter: [...filter], sort, columns: columns && [...columns] };
  await ledgerViews.save({ ...{ id, account, ledger, name }, view: kept, savedAt: now.toISOString() });
  const after = (await ledgerViews.views(account)).find((one) => one.id === id);
  // An id that another account's view has is nobody's business.
  if (!after) throw refused('视图', '没有保存', '请重试');
  return { before, after };
}
