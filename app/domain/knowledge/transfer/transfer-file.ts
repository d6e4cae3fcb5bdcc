/** The list of topics, at the folder's root. */
export const CATEGORIES_FILE = "categories.yaml";

/** A file of an import or export: `path` with "/" between names, relative to the folder's root, without "." and "..". */
export type TransferFile = { path: string; bytes: Uint8Array };

/** Something to say about a file: a key of the namespace `transfer` with its parameters, and the line it is about. */
export type Note = { code: string; params?: Record<string, string | number>; line?: number };

/** A file that cannot be read as what it should be. */
export class TransferProblem extends Error {
  constructor(readonly note: Note) {
    super(note.code);
    this.name = "TransferProblem";
  }
}

export const problem = (code: string, params?: Note["params"], line?: number) =>
  new TransferProblem({ code, ...(params ? { params } : {}), ...(line ? { line } : {}) });
