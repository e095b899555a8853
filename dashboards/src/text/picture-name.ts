/** Name of a picture's file from its title, unit and period; what file systems refuse becomes a line. */
export function pictureName(words: string[]): string {
  return `${words.join('-').replace(/[\\/:*?"<>|\s]+/g, '_')}.png`;
}
