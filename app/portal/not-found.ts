import { publicAction, publicLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";

/** Addresses that nothing answers to, so that their 404 stands in the portal's frame and the reader's language. */
export const loader = publicLoader(async (): Promise<null> => {
  throw notFound("common:error.404.title");
});

export const action = publicAction(async (): Promise<null> => {
  throw notFound("common:error.404.title");
});

export { pageTitle as meta } from "~/http/page-title";

export default function NotFound() {
  return null;
}
