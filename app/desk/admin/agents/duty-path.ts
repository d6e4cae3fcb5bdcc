import type { PersonCtx } from "~/http/ctx.server";
import { paths } from "~/http/paths";

/** Where somebody's duty is shown: the own one in the account. */
export const dutyPath = (ctx: Pick<PersonCtx, "actor">, personId: string): string =>
  ctx.actor.personId === personId ? paths.desk.accountPart("duty") : paths.desk.agent(personId);
