import { redirect } from "@remix-run/node";
import { paths } from "~/http/paths";
import {
  actOnOrder,
  arranged,
  isSavedOrder,
  type PendingOrder,
  readOrder,
  savedOrder,
  writeOrder,
} from "./pending-order";

/**
 * The list as its address asks for it: `order` holds places and switches that are not saved, `base` the version they are
 * made from, `act` what was pressed. A move or a switch leads to the address with the new order; nothing is saved here.
 * An order of another version than the newest is `late` and not shown.
 */
export function readAskedOrder<R extends { enabled: boolean }>(
  request: Request,
  area: string,
  { version, rules }: { version: number; rules: readonly R[] },
) {
  const asked = new URL(request.url).searchParams;
  const base = Number(asked.get("base") ?? version);
  const late = base === version ? null : { base, newest: version };
  const act = asked.get("act") ?? "";
  const order = (!late && readOrder(asked.get("order"), rules.length)) || savedOrder(rules.length);
  const next = actOnOrder(order, act);
  if (next && !late) throw redirect(addressOf(area, version, next));
  return {
    version,
    rules: arranged(rules, order),
    order: writeOrder(order),
    pending: !isSavedOrder(order),
    late,
    trying: act === "try" && !late,
  };
}

const addressOf = (area: string, version: number, order: PendingOrder): string =>
  isSavedOrder(order) ? paths.desk.admin(area) : paths.desk.admin(area, { base: version, order: writeOrder(order) });
