/** Pieces of functions that run within a page, to be written at their beginning. */

/** All words of an element, without spaces. */
export const plain = `const plain = (one) => (one.textContent || '').replace(/\\s+/g, '');`;

/** Whether an element is a link to somewhere, stands in one or holds one; an empty address and a bare \`#\` lead nowhere. */
export const leadsOn = `const leadsOn = (one) => [one.closest('a[href]'), ...one.querySelectorAll('a[href]')].some(
  (link) => link && !/^\\s*(?:$|#$|javascript:)/i.test(link.getAttribute('href')));`;

/** Within an element, the innermost one that has most of its words. */
export const innermost = `const innermost = (outer) => {
  const length = (one) => (one.textContent || '').replace(/[\\s\\d-]/g, '').length;
  let inner = outer;
  for (let next = outer; next; next = [...inner.children].find((one) => length(one) * 2 > length(inner))) inner = next;
  return inner;
};`;

/** A link for the copy of a page, to where pressing led. */
export const linkTo = `const linkTo = (url) => {
  const link = document.createElement('a');
  link.setAttribute('href', url);
  link.setAttribute('data-pressed', '');
  return link;
};`;
