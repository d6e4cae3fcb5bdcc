import { getRules } from "~/domain/routing/get-rules.server";
import { serve } from "../route.server";
import { readRules } from "../service-operations";

export const loader = serve(readRules, (ctx) => getRules(ctx), "administrator");
