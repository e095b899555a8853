/** Every place in the database that names blobs; whoever keeps a hash in a new place adds a line here. */
const places: readonly { table: string; column: string; named: string }[] = [
  ...[
    ...['capture.sha256', 'capture.screenshot', 'imported_file.sha256', 'link_look.sha256', 'uploaded_file.sha256'],
    'circular_draft.computed_sha256',
    'circular_version.computed_sha256',
  ].map((place) => {
    const [table = '', column = ''] = place.split('.');
    return { table, column, named: `select ${column} as sha256 from ${table} where ${column} is not null` };
  }),
  {
    table: 'circular',
    column: 'files',
    named: `select file->>'sha256' from circular, jsonb_array_elements(circular.files) file`,
  },
];

/** Everything in the database that names a blob, one row a hash: what clearing out must leave. */
export const blobReferences = places.map(({ named }) => named).join(' union ');

/** The same in a database of an older version, which a backup takes along before it is upgraded: not every place is there yet. */
export function blobReferencesIn(tables: readonly { name: string; columns: readonly string[] }[]): string {
  const there = new Map(tables.map(({ name, columns }) => [name, columns]));
  const known = places.filter(({ table, column }) => there.get(table)?.includes(column));
  return known.map(({ named }) => named).join(' union ') || 'select null::text as sha256 where false';
}

/** Name of the advisory lock that a backup shares while it copies blobs; who deletes blobs takes it alone. */
export const blobsLock = `hashtext('mingjing blobs')`;
