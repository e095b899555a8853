/** A large picture of an interpretation. */
export const picture = (id: number, n: number) =>
  `<p style="text-align:center"><img src="/u/cms/www/tujie/${id}_${n}.png" alt="" width="720"></p>`;
