import type { ContractUnit } from "~/generated/prisma/enums";
import type { ContractBalance, ContractState } from "./contract-views";

const SOON_MS = 30 * 24 * 3_600_000;

/** How a contract stands at an instant: the period first, then what is left of it. */
export function contractState(
  contract: { startsAt: Date; endsAt: Date; unit: ContractUnit; entitled: number; used: number },
  now: Date,
): ContractState {
  if (now >= contract.endsAt) return "ended";
  if (now < contract.startsAt) return "not_begun";
  if (isEmpty(contract)) return "empty";
  return contract.endsAt.getTime() - now.getTime() <= SOON_MS ? "ends_soon" : "live";
}

/** Nothing is left; never without a limit. */
export const isEmpty = ({ unit, entitled, used }: Omit<ContractBalance, "left">): boolean =>
  unit !== "unlimited" && used >= entitled;

/** A fifth or less is left; never without a limit. */
export const isLow = ({ unit, entitled, used }: Omit<ContractBalance, "left">): boolean =>
  unit !== "unlimited" && 5 * (entitled - used) <= entitled;

/** What is left, below zero when more was drawn; null without a limit. */
export const leftOf = ({ unit, entitled, used }: Omit<ContractBalance, "left">): number | null =>
  unit === "unlimited" ? null : entitled - used;
