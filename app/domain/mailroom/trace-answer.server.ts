import type { MailRuleDecision } from "./mail-rules";
import type { ReadMail } from "./read-mail.server";
import type { Routed } from "./route-mail.server";
import { traceStage } from "./trace-run.server";

type About = { automatic: boolean; decision: MailRuleDecision | null };

/** Notes whether an automatic answer is asked for, and why not; the queue, the limits and the customer have their say later. */
export function traceAnswer(
  { trace, boxes, targets }: Pick<ReadMail, "trace" | "boxes" | "targets">,
  { automatic, decision }: About,
  result: Routed["result"] | "filed",
): void {
  const answer = decision?.actions.answer ?? null;
  const opens = result === "opened" || result === "linked";
  const silent = boxes.byAddress.get(targets.addresses[0]?.toLowerCase() ?? "")?.answer === "none";
  if (result === "noted" || result === "replied") traceStage(trace, { stage: "answer", result: "none", why: "staff" });
  else if (automatic) traceStage(trace, { stage: "answer", result: "none", why: "automatic" });
  else if (answer === "none") traceStage(trace, { stage: "answer", result: "none", why: "rule" });
  else if (opens && answer === null && silent) traceStage(trace, { stage: "answer", result: "none", why: "address" });
  else
    traceStage(trace, {
      stage: "answer",
      result: opens ? "queued" : "none",
      why: opens ? (answer ? "rule" : "address") : null,
    });
}
