import type { Tone } from "~/components/ui/chip";
import type { ContractState } from "~/domain/sla/contract-views";

/** The colour that goes with the word for how a contract stands. */
export const CONTRACT_TONES: Record<ContractState, Tone> = {
  not_begun: "info",
  live: "ok",
  ends_soon: "warn",
  empty: "danger",
  ended: "neutral",
};
