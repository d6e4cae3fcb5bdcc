import type { NoticeCode } from "./contract-views";

declare module "~/platform/events.server" {
  interface EventData {
    "contract.created": { contractId: string };
    "contract.changed": { contractId: string; fields: string[] };
    "contract.archived": { contractId: string };
    "contract.restored": { contractId: string };
    /** Said once per contract, code and end of period. `days` are those left, with the code `days`. */
    "contract.notice": { contractId: string; code: NoticeCode; days?: number };
  }
}
