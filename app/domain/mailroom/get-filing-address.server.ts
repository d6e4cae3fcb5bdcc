import { getFilingKey } from "~/domain/routing/get-filing-key.server";
import type { Ctx } from "~/platform/ctx.server";
import { filingAddressOf } from "./filing-address.server";

/** The acting agent's private filing address. */
export const getFilingAddress = async (ctx: Ctx): Promise<string> => filingAddressOf(await getFilingKey(ctx));
