import { Slots } from '#kernel';

/** Papers are printed by a browser each, and issued under numbers that follow one another: one after the other. */
export const oneByOne = new Slots(1);
