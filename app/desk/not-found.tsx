import { agentAction, agentLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";

/** Addresses of the desk that nothing answers to: their 404 stands in the desk's frame, with the desk's words. */
export const loader = agentLoader(async (): Promise<null> => {
  throw notFound("common:error.404.text");
});

export const action = agentAction(async (): Promise<null> => {
  throw notFound("common:error.404.text");
});

export { pageTitle as meta } from "~/http/page-title";
export { DeskError as ErrorBoundary } from "./desk-error";

export default function NotFound() {
  return null;
}
