type Option = { value: string; label: string };

/** What a field offers, before it the chosen one when it is no longer offered: `gone` is what it is called. */
export const withGone = (options: readonly Option[], chosen: string, gone: string): Option[] =>
  chosen && !options.some(({ value }) => value === chosen)
    ? [{ value: chosen, label: gone }, ...options]
    : [...options];
