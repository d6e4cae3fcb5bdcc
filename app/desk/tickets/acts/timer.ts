import { redirect } from "@remix-run/node";
import { z } from "zod";
import { startTimer } from "~/domain/tickets/start-timer.server";
import { stopTimer } from "~/domain/tickets/stop-timer.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { actOnTicket } from "./act.server";

const form = z.object({ act: z.enum(["start", "stop"]) });

/** Starts or stops the reader's own timer; one that was forgotten leads to the page that asks how long the work took. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const { act } = await readInput(ctx, request, form);
  if (act === "start") {
    const { stopped } = await startTimer(ctx, number);
    return stopped
      ? { key: "contracts:toast.movedTimer", params: { number: stopped } }
      : { key: "contracts:toast.timerStarted" };
  }
  const { entryId, forgotten } = await stopTimer(ctx, number);
  if (forgotten) return redirect(paths.desk.ticketPart(number, `time/${entryId}`));
  return { key: "contracts:toast.timeLogged" };
});
