/**
 * Puts the caret into the first field of a form, unless somebody has begun elsewhere in it. A dialog takes the focus to itself
 * while it opens, whatever had it before.
 */
export function beginAt(field: HTMLElement | null): void {
  if (field && field.closest('form')?.contains(document.activeElement) !== true) field.focus();
}
