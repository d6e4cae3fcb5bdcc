import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { InsertedReply, ReplyChoice } from "~/domain/tickets/saved-reply-views";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { usePicker } from "../picker/use-picker";

type Upload = InsertedReply["uploads"][number];
type Answer = InsertedReply | Failure;

/**
 * Saved replies in the composer: opened by its button, or by a slash at the start of a word in the field. `added` are the
 * files that inserting brought.
 */
export function useSavedReplies(
  number: number,
  field: () => HTMLTextAreaElement | null,
  kind: () => "public" | "note",
) {
  const [added, setAdded] = useState<Upload[]>([]);
  const taker = useFetcher<Answer>();
  const answer = taker.data;
  const [counted, setCounted] = useState<Answer>();
  if (answer && answer !== counted) {
    setCounted(answer);
    if (!("failure" in answer)) setAdded((before) => [...before, ...answer.uploads]);
  }

  function textOf(choice: ReplyChoice): string {
    if (choice.files)
      void taker.submit(
        { take: "true", kind: kind() },
        { method: "post", action: paths.desk.ticketPart(number, `saved-replies/${choice.id}`) },
      );
    return choice.text;
  }
  const load = async () => (await import("./reply-picker")).ReplyPicker;
  const { open, typedSign, picker } = usePicker({ number, sign: "/", field, kind, load, textOf });
  const failed = answer && "failure" in answer ? answer.failure.message : null;
  return { open, typedSlash: typedSign, picker, added, failed };
}
