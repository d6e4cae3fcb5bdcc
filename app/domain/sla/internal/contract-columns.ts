import { contractPeriod } from "../contract-period";
import type { ContractForm } from "../contract-schema";

/** A form's fields as columns, with the period as instants. */
export function contractColumns({ organizationIds: _o, assetIds: _a, startsOn, endsOn, ...rest }: ContractForm) {
  return {
    ...rest,
    ...contractPeriod(startsOn, endsOn, rest.timeZone),
    startsOn: new Date(startsOn),
    endsOn: new Date(endsOn),
  };
}
