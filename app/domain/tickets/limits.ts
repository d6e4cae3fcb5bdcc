/** Characters a subject and a message's text may have; also for the browser's own checks. */
export const MAX_SUBJECT = 200;
export const MAX_TEXT = 100_000;
