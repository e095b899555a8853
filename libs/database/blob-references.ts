/**
 * Everything in the database that names a blob, one row a hash: what a backup takes along and what clearing out must
 * leave. Whoever keeps a hash in a new place adds a line here.
 */
export const blobReferences = `select sha256 from capture where sha256 is not null
  union select screenshot from capture where screenshot is not null
  union select sha256 from imported_file
  union select sha256 from link_look where sha256 is not null
  union select file->>'sha256' from circular, jsonb_array_elements(circular.files) file`;

/** Name of the advisory lock that a backup shares while it copies blobs; who deletes blobs takes it alone. */
export const blobsLock = `hashtext('mingjing blobs')`;
