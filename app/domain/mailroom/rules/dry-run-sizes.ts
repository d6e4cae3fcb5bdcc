/** Over so many of the last mails a list of rules is tried; the first unless another is asked for. */
export const DRY_RUN_SIZES = [100, 500, 1_000] as const;
export const MOST_DRY_RUN_MAILS = Math.max(...DRY_RUN_SIZES);
