/**
 * At most `width` at a time, results in the order of the items. Where one fails no further ones are begun, and those under
 * way are waited for: nothing still works on what the caller then closes.
 */
export async function inParallel<Item, Result>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(width, items.length) }, async () => {
      for (let index = next++; index < items.length && failures.length === 0; index = next++)
        try {
          results[index] = await work(items[index] as Item);
        } catch (error) {
          failures.push(error);
        }
    }),
  );
  if (failures.length > 0) throw failures[0];
  return results;
}
