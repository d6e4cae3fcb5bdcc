import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { listUploads, type UploadView } from "~/domain/files/list-uploads.server";
import { translator } from "~/i18n/t.server";
import { DomainError, type ErrorKind } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { typedText } from "./forms.server";
import {
  type PersonCtx,
  requestCtx,
  requireAdministrator,
  requireAgent,
  requireCustomer,
  requireEditor,
  requirePerson,
} from "./ctx.server";
import { newDocument } from "./new-document.server";

/** Who may ask a route. Every loader and action is made by a function below and so declares one; a test walks them. */
export type Policy = "public" | "person" | "customer" | "agent" | "editor" | "administrator" | "token";

/** What a form's own page gets back: a message for the top, a text per field, what was typed, and the files it holds. */
export type Failure = {
  failure: { code: string; message: string; fields: Record<string, string> };
  values: Record<string, string>;
  uploads: UploadView[];
};

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  too_many: 429,
};

type Guard<C> = (args: LoaderFunctionArgs) => Promise<C>;
type Guarded<T> = ((args: LoaderFunctionArgs) => Promise<T>) & { policy: Policy };

function makeLoader<C extends Ctx>(policy: Policy, guard: Guard<C>) {
  return <T>(load: (ctx: C, args: LoaderFunctionArgs) => Promise<T>): Guarded<T> =>
    Object.assign(
      async (args: LoaderFunctionArgs) => {
        try {
          return newDocument(await load(await guard(args), args), args.request);
        } catch (error) {
          throw newDocument(await toResponse(error, args), args.request);
        }
      },
      { policy },
    );
}

/** Invalid input, conflicts and limits come back to the form with what was typed; other refusals end in their page. */
function makeAction<C extends Ctx>(policy: Policy, guard: Guard<C>) {
  return <T>(act: (ctx: C, args: LoaderFunctionArgs) => Promise<T>): Guarded<T | ReturnType<typeof data<Failure>>> =>
    Object.assign(
      async (args: LoaderFunctionArgs) => {
        try {
          return newDocument(await act(await guard(args), args), args.request);
        } catch (error) {
          if (!(error instanceof DomainError) || error.kind === "not_found" || error.kind === "forbidden")
            throw newDocument(await toResponse(error, args), args.request);
          return data(await failure(error, args), { status: STATUS[error.kind] });
        }
      },
      { policy },
    );
}

export const publicLoader = makeLoader<Ctx>("public", requestCtx);
export const publicAction = makeAction<Ctx>("public", requestCtx);
export const personLoader = makeLoader<PersonCtx>("person", requirePerson);
export const personAction = makeAction<PersonCtx>("person", requirePerson);
export const customerLoader = makeLoader<PersonCtx>("customer", requireCustomer);
export const customerAction = makeAction<PersonCtx>("customer", requireCustomer);
export const agentLoader = makeLoader<PersonCtx>("agent", requireAgent);
export const agentAction = makeAction<PersonCtx>("agent", requireAgent);
export const editorLoader = makeLoader<PersonCtx>("editor", requireEditor);
export const editorAction = makeAction<PersonCtx>("editor", requireEditor);
export const adminLoader = makeLoader<PersonCtx>("administrator", requireAdministrator);
export const adminAction = makeAction<PersonCtx>("administrator", requireAdministrator);

/** A refusal in the reader's language, which no cache keeps: what is not there may be there for somebody else, or later. */
async function toResponse(error: unknown, args: LoaderFunctionArgs): Promise<unknown> {
  if (!(error instanceof DomainError)) return error;
  const t = translator((await requestCtx(args)).locale);
  const headers = { "Cache-Control": "private, no-store" };
  return new Response(t(error.code, error.params), { status: STATUS[error.kind], headers });
}

async function failure(error: DomainError, args: LoaderFunctionArgs): Promise<Failure> {
  const ctx = await requestCtx(args);
  const t = translator(ctx.locale);
  const fields = Object.fromEntries(Object.entries(error.fields).map(([name, key]) => [name, t(key, error.params)]));
  const values = typedText(args.request);
  const uploads = values.files ? await listUploads(ctx, values.files.split(",")) : [];
  return { failure: { code: error.code, message: t(error.code, error.params), fields }, values, uploads };
}
