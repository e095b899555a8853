/** Under which a handler's `AccessRule` is found. */
export const ruleKey = 'mingjing access rule';
