import { type Family, readGenericList } from '#facts';

/** A single-page app: nothing in the source; read as any page once a browser has rendered it. */
export const spa: Family = {
  id: 'spa',
  title: '单页应用',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    return /<div\b[^>]*\bid=["']?(?:app|root|__nuxt|__next)["'\s>]/i.test(page.page.text.slice(0, 100_000)) ? 0.5 : 0;
  },
  list: (page) => readGenericList(page),
};
