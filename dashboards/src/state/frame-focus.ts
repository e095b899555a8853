/**
 * Marks the frame that the keyboard is in: its own page has the focus then, and the browser shows nothing of it on ours. The
 * mark is an attribute for the styles, `data-focus`.
 */
export function showFrameFocus(): void {
  window.addEventListener('blur', () => {
    if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.dataset.focus = '';
  });
  window.addEventListener('focus', () => {
    for (const frame of document.querySelectorAll<HTMLElement>('iframe[data-focus]')) delete frame.dataset.focus;
  });
}
