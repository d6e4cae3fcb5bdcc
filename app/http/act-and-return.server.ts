import { DomainError } from "~/lib/errors";
import { redirectWithToast, type Toast } from "./toast.server";

/** Runs a one-button act and goes to `to` with the toast; a conflict (409) is a toast too, since the act has no page. */
export async function actAndReturn(to: string, act: () => Promise<unknown>, toast: Toast): Promise<Response> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== "conflict") throw error;
    return redirectWithToast(to, { key: error.code, params: error.params, tone: "danger" });
  }
  return redirectWithToast(to, toast);
}
