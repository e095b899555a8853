import { createWorkdays } from '#calendar';

/** The official calendar, read once for all that reckons in working days. */
export const workdays = createWorkdays();
