import type { Tone } from "~/components/ui/chip";
import type { ImportView } from "~/domain/knowledge/transfer/get-import.server";

export const STATE_TONES: Record<ImportView["state"], Tone> = {
  checking: "info",
  ready: "warn",
  importing: "info",
  done: "ok",
  failed: "danger",
};
