/** Joins what is set; no merging, the style sheets' layers decide what wins. */
export const classNames = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");
