const MB = 1_000_000;

/** What one import may hold; said on the page, kept by the readers. Sizes in bytes. */
export const transferLimits = {
  files: 5_000,
  /** Of a .zip, or of all files of a folder together, on its way here. */
  upload: 60 * MB,
  /** Of all files after unpacking. */
  total: 200 * MB,
  /** Of a Markdown, HTML, CSV or YAML file. */
  text: 2 * MB,
  picture: 10 * MB,
  /** A packed file may grow by so much, unless it stays below a megabyte. */
  ratio: 200,
  rows: 5_000,
} as const;
