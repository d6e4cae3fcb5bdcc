import { describe, expect, test } from "vitest";
import { loader as show } from "~/desk/admin/mail/rules/edit";
import { action as saveOrder } from "~/desk/admin/mail/rules/acts/order";
import { action as remove } from "~/desk/admin/mail/rules/acts/remove";
import { loader as list } from "~/desk/admin/mail/rules/list";
import { loader as showVersion } from "~/desk/admin/mail/rules/version";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { saveMailRules } from "~/domain/mailroom/rules/save-mail-rules.server";
import { newId } from "~/lib/id";
import { castCtx, otherAdministrator } from "#tests/support/cast";
import { ask, makeRule } from "#tests/support/mail-rules";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";

useDatabase();

const newest = () => getMailRules(castCtx("ada"));
const names = async () => (await newest()).rules.map(({ name }) => name);

/** Three rules of the mailroom as the newest version, whose number is the answer. */
async function saveThree(): Promise<number> {
  const rules = [1, 2, 3].map((n) => makeRule(n, { all: [ask("subject", "contains", `pump ${n}`)] }));
  await saveMailRules(castCtx("ada"), { base: (await newest()).version, rules });
  return (await newest()).version;
}

async function look(query: Record<string, string>) {
  const path = `/desk/admin/mail/rules?${new URLSearchParams(query).toString()}`;
  const args = routeArgs(path, { cookie: await signInAs("ada") });
  const { location, value } = await answerOf(() => list(args));
  return { location, page: value as Awaited<ReturnType<typeof list>> };
}

async function post(act: typeof saveOrder, fields: Record<string, string>, params: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  const args = routeArgs("/desk/admin/mail/rules", { method: "POST", body, cookie: await signInAs("ada"), params });
  return answerOf(() => act(args));
}

describe("the list of the mailroom's rules", () => {
  test("keeps another order in its address until it is saved", async () => {
    const base = await saveThree();
    const moved = await look({ base: String(base), order: "0,1,2", act: "move.2.0" });
    expect(moved.location).toBe(`/desk/admin/mail/rules?base=${base}&order=2%2C0%2C1`);
    const { page } = await look({ base: String(base), order: "2,0x,1" });
    expect(page).toMatchObject({ pending: true, late: null, order: "2,0x,1" });
    expect(page.rules.map(({ name, enabled }) => [name, enabled])).toEqual([
      ["Rule 3", true],
      ["Rule 1", false],
      ["Rule 2", true],
    ]);
    expect(await names()).toEqual(["Rule 1", "Rule 2", "Rule 3"]);

    const saved = await post(saveOrder, { base: String(base), order: "2,0x,1" });
    expect(saved).toMatchObject({ status: 302, location: "/desk/admin/mail/rules" });
    expect(await newest()).toMatchObject({
      version: base + 1,
      rules: [{ name: "Rule 3" }, { name: "Rule 1", enabled: false }, { name: "Rule 2" }],
    });
  });

  test("an order of an earlier version is neither shown nor saved", async () => {
    const base = await saveThree();
    await saveThree();
    const { page } = await look({ base: String(base), order: "2,1,0", act: "try" });
    expect(page).toMatchObject({ pending: false, run: null, late: { base, newest: base + 1 } });
    const late = await post(saveOrder, { base: String(base), order: "2,1,0" });
    expect(late.location).toBe(`/desk/admin/mail/rules?base=${base}&order=2%2C1%2C0`);
    expect(await names()).toEqual(["Rule 1", "Rule 2", "Rule 3"]);
  });

  test("loses a rule, which its earlier versions keep; one that is not there is not found", async () => {
    const base = await saveThree();
    const [first] = (await newest()).rules;
    const ruleId = first?.id ?? "";
    expect(await post(remove, { base: String(base) }, { ruleId: newId() })).toMatchObject({ status: 404 });
    expect(await post(remove, { base: String(base) }, { ruleId })).toMatchObject({ status: 302 });
    expect(await names()).toEqual(["Rule 2", "Rule 3"]);
    const cookie = await signInAs("ada");
    const version = (number: string) =>
      answerOf(() =>
        showVersion(routeArgs("/desk/admin/mail/rules/versions", { cookie, params: { version: number } })),
      );
    expect((await version(String(base))).value).toMatchObject({ rules: [{ id: ruleId }, {}, {}] });
    expect(await version("0")).toMatchObject({ status: 404 });
    const gone = await answerOf(() => show(routeArgs("/desk/admin/mail/rules", { cookie, params: { ruleId } })));
    expect(gone.status).toBe(404);
  });

  test("loses no rule that another administrator changed since the list was shown", async () => {
    const base = await saveThree();
    const { rules } = await newest();
    const reworded = rules.with(0, { ...rules[0]!, name: "Reworded" });
    await saveMailRules(otherAdministrator(), { base, rules: reworded });
    const ruleId = rules[0]!.id;
    expect(await post(remove, { base: String(base) }, { ruleId })).toMatchObject({
      location: "/desk/admin/mail/rules",
    });
    expect(await names()).toEqual(["Reworded", "Rule 2", "Rule 3"]);
    const [kept] = await Promise.allSettled([
      saveMailRules(otherAdministrator(), { base: base + 1, rules: rules.with(0, { ...rules[0]!, name: "Again" }) }),
      post(remove, { base: String(base + 1) }, { ruleId }),
    ]);
    expect(await newest()).toMatchObject({ version: base + 2 });
    expect((await names()).includes("Again")).toBe(kept.status === "fulfilled");
  });
});
