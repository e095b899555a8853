import { encode } from 'uqr';

/** A QR code as the path of an SVG of `size` × `size` modules, border included; drawn here, so that a secret goes to no other machine. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}
