/** Puts the caret into the words of an element that is edited where it stands. @param at characters before it */
export function putCaret(element: HTMLElement, at: number): void {
  element.focus();
  const range = document.createRange();
  const words = element.firstChild;
  if (words) range.setStart(words, Math.min(at, (words.textContent ?? '').length));
  else range.selectNodeContents(element);
  range.collapse(true);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
