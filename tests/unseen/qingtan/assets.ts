import { crc32, deflateSync } from 'node:zlib';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of `width` × `height`, `colour` tells each pixel's red, green, blue. */
function png(width: number, height: number, colour: (x: number, y: number) => [number, number, number]): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colour(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The red ring of a seal. */
export const seal = () =>
  png(120, 120, (x, y) => {
    const distance = Math.hypot(x - 60, y - 60);
    return (distance > 52 && distance < 57) || distance < 12 ? [208, 30, 30] : [255, 255, 255];
  });

/** A strip of a long picture: bands of colour. */
export const strip = () =>
  png(720, 1100, (x, y) =>
    x > 40 && x < 680 && y % 220 > 40 && y % 220 < 190
      ? [236, 248, 244]
      : y % 220 < 30
        ? [27, 153, 139]
        : [200, 230, 220],
  );

export const cover = () =>
  png(720, 405, (x, y) => (Math.hypot(x - 360, y - 202) < 46 ? [255, 255, 255] : [11, 122, 117]));

/** An empty page as PDF. */
export const pdf = () =>
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n166\n%%EOF\n';

/** An empty zip, which office files are made of. */
export const office = () => Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
