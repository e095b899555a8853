export const themeChoices = ['auto', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = Exclude<ThemeChoice, 'auto'>;

/** The theme of a choice; `auto` follows what the system says that its user wants, contrast before darkness. */
export function themeInForce(choice: ThemeChoice, wants: { contrast: boolean; dark: boolean }): Theme {
  if (choice !== 'auto') return choice;
  if (wants.contrast) return 'contrast';
  return wants.dark ? 'dark' : 'light';
}
