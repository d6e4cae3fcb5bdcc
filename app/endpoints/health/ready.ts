import { publicLoader } from "~/http/route.server";

/** The process can serve: its database answers. 503 otherwise. */
export const loader = publicLoader(async (ctx) => {
  const ready = await ctx.db.$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
  return new Response(ready ? "ready\n" : "database away\n", {
    status: ready ? 200 : 503,
    headers: { "Content-Type": "text/plain" },
  });
});
