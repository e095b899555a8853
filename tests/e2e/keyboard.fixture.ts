import type { Page } from 'playwright';

/** What has the focus: its name, and whether it shows that it has it. */
export interface Stop {
  name: string;
  /** Tag and what tells it from others. */
  what: string;
  seen: boolean;
}

// What is drawn around a hidden field is drawn around its label.
const look = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const rings = ({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  const around = [at, at.parentElement, at.parentElement?.parentElement, at.closest('label')].filter(Boolean);
  const labels = [...(at.labels ?? [])].map((one) => one.innerText).join(' ');
  const name = at.getAttribute('aria-label') || labels || at.innerText || at.getAttribute('title') || '';
  return {
    name: name.replace(/\\s+/g, ' ').trim(),
    what: at.tagName.toLowerCase() + (at.id ? '#' + at.id : '') + '.' + at.className,
    // Within a date or a time the browser itself marks the part that has the focus.
    seen: around.some((one) => rings(getComputedStyle(one))) || (/date|time/.test(at.type) && !at.matches(':focus-visible')),
  };
})()`;

/** Null where nothing has the focus. */
export function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(look);
}

/**
 * Goes on by Tab to what goes by this name.
 * @throws Error when it is not come upon, or a stop on the way does not show that it has the focus.
 */
export async function tabTo(page: Page, name: string | RegExp, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let at = 0; at < 250; at += 1) {
    await page.keyboard.press(by);
    const stop = await focused(page);
    if (stop === null) continue;
    if (!stop.seen) throw new Error(`“${stop.name}” (${stop.what}) does not show that it has the focus`);
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name.slice(0, 20));
  }
  throw new Error(`no stop is called ${String(name)}; passed: ${passed.slice(0, 60).join(' | ')}`);
}

/** All stops of a page by Tab, until it is left; null when it is never left. */
export async function stopsOf(page: Page): Promise<Stop[] | null> {
  const stops: Stop[] = [];
  for (let at = 0; at < 400; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === null && stops.length > 0) return stops;
    if (stop !== null) stops.push(stop);
    // Without a frame around it the browser begins again at the first.
    if (stops.length > 2 && stop?.name === stops[0]!.name && stop.what === stops[0]!.what) return stops;
  }
  return null;
}
