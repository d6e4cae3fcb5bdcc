import { DomainError } from "~/lib/errors";
import { redirectWithToast, type Toast } from "./toast.server";

/** Runs a one-button act and goes to `to` with the toast, or with `refusalToast`. */
export async function actAndReturn(to: string, act: () => Promise<unknown>, toast: Toast): Promise<Response> {
  try {
    await act();
  } catch (error) {
    return refusalToast(to, error);
  }
  return redirectWithToast(to, toast);
}

/** A conflict (409) or a limit (429) of an act without a page of its own, said on the page `to`; throws everything else. */
export async function refusalToast(to: string, error: unknown): Promise<Response> {
  if (!(error instanceof DomainError) || (error.kind !== "conflict" && error.kind !== "too_many")) throw error;
  return redirectWithToast(to, { key: error.code, params: error.params, tone: "danger" });
}
