import { publicLoader } from "~/http/route.server";
import { absoluteUrl } from "~/http/absolute-url.server";
import { openApiDocument } from "./openapi.server";

/** /api/openapi.json */
export const loader = publicLoader(async () =>
  Response.json(openApiDocument(absoluteUrl("/").replace(/\/$/, "")), {
    headers: { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" },
  }),
);
