import { notFound } from "~/lib/errors";
import { publicLoader } from "~/http/route.server";

/** Addresses of the help centre that nothing answers to. */
export const loader = publicLoader(async (): Promise<null> => {
  throw notFound("common:error.404.title");
});

export { pageTitle as meta } from "~/http/page-title";

export default function NotFound() {
  return null;
}
