import { FirstTables1700000000000 } from './1700000000000-first-tables.migration.js';

/** Every change of the tables, oldest first; what was released is never edited. */
export const migrations = [FirstTables1700000000000];
