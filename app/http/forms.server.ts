import {
  FormDataParseError,
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from "@remix-run/form-data-parser";
import type { z } from "zod";
import { storeUpload } from "~/domain/files/store-upload.server";
import { invalid } from "~/lib/errors";
import { getSettings } from "~/platform/settings.server";
import type { Ctx } from "~/platform/ctx.server";
import { keepTypedText } from "./keep-typed-text.server";

const MAX_FILES = 20;
/** Text alone: the longest message, every character of it escaped, with room for the other fields. */
const MAX_TEXT_BYTES = 4_000_000;

const typed = new WeakMap<Request, Record<string, string>>();

/** What was typed into the request's form, without passwords, to be shown again beside an error. */
export const typedText = (request: Request): Record<string, string> => typed.get(request) ?? {};

/**
 * The fields of a posted form. Files are stored as uploads of the acting person; their ids stand in the field's place,
 * so that a refused form still holds them. Files over the limit, too many, or of a stranger are refused and the text is
 * kept; a body that is no form, or broke off, is invalid.
 */
export async function readForm(ctx: Ctx, request: Request): Promise<FormData> {
  const multipart = request.headers.get("content-type")?.startsWith("multipart/form-data");
  const form = multipart ? await readMultipart(ctx, request) : await readFields(request);
  dropNuls(form);
  remember(request, form);
  if (form.has("unsigned")) throw invalid("common:error.filesNeedSignIn", { files: "common:error.filesNeedSignIn" });
  const tooLarge = form.get("tooLarge");
  if (typeof tooLarge === "string") {
    const { uploadMegabytes } = await getSettings(ctx, "tickets");
    throw invalid(
      "common:error.fileTooLarge",
      { files: "common:error.fileTooLarge" },
      { name: tooLarge, limit: uploadMegabytes },
    );
  }
  return form;
}

/** No column takes U+0000, and nobody types it. */
function dropNuls(form: FormData): void {
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    if (!values.some((value) => typeof value === "string" && value.includes("\0"))) continue;
    form.delete(name);
    for (const value of values) form.append(name, typeof value === "string" ? value.replaceAll("\0", "") : value);
  }
}

async function readFields(request: Request): Promise<FormData> {
  try {
    return await parseFormData(request, { maxTotalSize: MAX_TEXT_BYTES });
  } catch (error) {
    if (error instanceof MaxTotalSizeExceededError) throw invalid("common:error.tooLong");
    throw asInvalid(error);
  }
}

async function readMultipart(ctx: Ctx, original: Request): Promise<FormData> {
  const { uploadMegabytes } = await getSettings(ctx, "tickets");
  const limit = uploadMegabytes * 1_000_000;
  const stranger = ctx.actor.kind === "anonymous";
  const limits = stranger
    ? { maxFileSize: limit, maxTotalSize: limit + MAX_TEXT_BYTES }
    : { maxFileSize: 4 * limit, maxTotalSize: 6 * limit };
  const tooLarge: string[] = [];
  let unsigned = false;
  const { request, typed } = keepTypedText(original);
  try {
    const form = await parseFormData(request, { ...limits, maxFiles: MAX_FILES }, async (file) => {
      if (!file.name) return undefined;
      if (stranger) {
        unsigned = true;
        return undefined;
      }
      if (file.size <= limit)
        return storeUpload(ctx, { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) });
      tooLarge.push(file.name);
      return undefined;
    });
    if (tooLarge[0]) form.set("tooLarge", tooLarge[0]);
    if (unsigned) form.set("unsigned", "true");
    return form;
  } catch (error) {
    remember(original, await typed());
    if (error instanceof MaxFilesExceededError)
      throw invalid("common:error.tooManyFiles", { files: "common:error.tooManyFiles" }, { count: MAX_FILES });
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      throw invalid(
        "common:error.requestTooLarge",
        { files: "common:error.requestTooLarge" },
        { limit: uploadMegabytes },
      );
    throw asInvalid(error);
  }
}

const asInvalid = (error: unknown): unknown =>
  error instanceof FormDataParseError || error instanceof MultipartParseError ? invalid("common:error.form") : error;

const SECRET = /password|token/i;

function remember(request: Request, form: FormData): void {
  const fields = Object.entries(textFields(form)).filter(([name]) => !SECRET.test(name));
  typed.set(request, Object.fromEntries(fields));
}

/** The texts of a form as they stand in its fields, to be shown again; several of one name are joined by commas. */
export function textFields(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  form.forEach((value, name) => {
    if (typeof value === "string") texts[name] = name in texts ? `${texts[name]},${value}` : value;
  });
  return texts;
}

/** Form fields as an object: a name that comes several times, or ends in `[]`, is an array. Empty text is left out. */
export function formObject(form: FormData): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    const values = form.getAll(key).filter((value) => typeof value === "string" && value !== "");
    const many = key.endsWith("[]");
    if (many) object[key.slice(0, -2)] = values;
    else if (values.length) object[key] = values.length > 1 ? values : values[0];
  }
  return object;
}

/** Validates by the one schema; a refusal names each field with the i18n key its schema gave (`error: "tickets:error.…"`). */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".")] ??= issueKey(issue);
  throw invalid("common:error.checkFields", fields);
}

function issueKey(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+:[\w.]+$/.test(issue.message)) return issue.message;
  if (issue.code === "too_big") return "common:error.tooLong";
  if (issue.code === "invalid_format" && issue.format === "email") return "common:error.email";
  if (issue.code === "invalid_type" || issue.code === "too_small") return "common:error.required";
  return "common:error.invalid";
}

/** `readForm` and `parse` in one. */
export async function readInput<S extends z.ZodType>(ctx: Ctx, request: Request, schema: S): Promise<z.output<S>> {
  return parse(schema, formObject(await readForm(ctx, request)));
}
