/** What went wrong, for the edge to turn into a status and words: 400, 404, 403, 409, 429. */
export type ErrorKind = "invalid" | "not_found" | "forbidden" | "conflict" | "too_many";

export type ErrorParams = Record<string, string | number>;

/** A refusal with an i18n key (`tickets:error.mergeCircle`); `fields` maps a form field to the key of its own error. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly fields: Record<string, string> = {},
  ) {
    super(code);
    this.name = "DomainError";
  }
}

export const invalid = (code: string, fields: Record<string, string> = {}, params: ErrorParams = {}) =>
  new DomainError("invalid", code, params, fields);
export const notFound = (code = "common:error.notFound", params: ErrorParams = {}) =>
  new DomainError("not_found", code, params);
export const forbidden = (code = "common:error.forbidden", params: ErrorParams = {}) =>
  new DomainError("forbidden", code, params);
export const conflict = (code: string, params: ErrorParams = {}) => new DomainError("conflict", code, params);
export const tooMany = (code: string, params: ErrorParams = {}) => new DomainError("too_many", code, params);
