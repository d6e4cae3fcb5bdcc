import { publicLoader } from "~/http/route.server";

/** The process answers. */
export const loader = publicLoader(async () => new Response("ok\n", { headers: { "Content-Type": "text/plain" } }));
