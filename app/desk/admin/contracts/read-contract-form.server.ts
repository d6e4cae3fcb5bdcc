import { type ContractForm, contractForm } from "~/domain/sla/contract-schema";
import { readHours } from "~/domain/sla/contract-units";
import { parse } from "~/http/forms.server";

/** A contract's fields as typed: the amount by its unit, notice days as a list, several organizations and assets. */
export function readContractForm(form: FormData): ContractForm {
  const text = (name: string) => String(form.get(name) ?? "");
  const unit = text("unit") || "unlimited";
  return parse(contractForm, {
    number: text("number"),
    name: text("name"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    timeZone: text("timeZone"),
    policyId: text("policyId") || null,
    unit,
    entitled: unit === "unlimited" ? 0 : unit === "hours" ? readHours(text("entitled")) : wholeNumber(text("entitled")),
    noticeDays: text("noticeDays")
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(wholeNumber),
    notes: text("notes"),
    organizationIds: ids(form, "organizationIds"),
    assetIds: ids(form, "assetIds"),
  });
}

/** What the form's search for organizations is asked. */
export function readCoverQuery(form: FormData) {
  return {
    organizationIds: validIds(ids(form, "organizationIds")),
    assetIds: validIds(ids(form, "assetIds")),
    q: String(form.get("q") ?? "").trim(),
  };
}

const wholeNumber = (text: string): number => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : NaN);
const ids = (form: FormData, name: string): string[] => form.getAll(name).map(String).filter(Boolean);
const validIds = (list: string[]) => list.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
