import { beforeEach, describe, expect, test } from "vitest";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { readSession } from "~/domain/identity/read-session.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { signInWithPassword } from "~/domain/identity/sign-in-with-password.server";
import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { newId } from "~/lib/id";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, organizations, queues } from "#tests/support/cast";
import { mailedToken } from "#tests/support/mailed-link";
import { useDatabase } from "#tests/support/use-database";
import { acceptInvitation } from "./accept-invitation.server";
import { addAddress } from "./add-address.server";
import { confirmAddress } from "./confirm-address.server";
import { confirmGuestForm } from "./confirm-guest-form.server";
import { createUser } from "./create-user.server";
import { findLink } from "./find-link.server";
import { invitePerson } from "./invite-person.server";
import { listInvitations } from "./list-invitations.server";
import { requestPasswordReset } from "./request-password-reset.server";
import { requestSignInLink } from "./request-sign-in-link.server";
import { resendInvitation } from "./resend-invitation.server";
import { resetPassword } from "./reset-password.server";
import { signInByLink } from "./sign-in-by-link.server";
import { signUp } from "./sign-up.server";
import { storeGuestForm } from "./store-guest-form.server";
import { takeGuestForm } from "./take-guest-form.server";
import { withdrawInvitation } from "./withdraw-invitation.server";

useDatabase();

const userAgent = "";
const visitor = (over: Partial<Ctx> = {}): Ctx =>
  systemCtx({ actor: { kind: "anonymous" }, ip: "198.51.100.9", ...over });
const cookieOf = (setCookie: string) => setCookie.split(";")[0]!;
const linkUsed = { kind: "conflict", code: "identity:error.linkUsed" };
const mails = () => database().prisma.outboundMail.findMany({ orderBy: { id: "asc" } });

beforeEach(async () => {
  await database().prisma.outboundMail.deleteMany();
  await database().prisma.rateWindow.deleteMany();
});

describe("a sign-in link", () => {
  test("leads its owner to the page once; looking does not use it up", async () => {
    await requestSignInLink(visitor(), { address: cast.giulia.email, to: "/tickets/10482" });
    const token = await mailedToken(cast.giulia.email, "sign-in-link");
    // A mail scanner opens it, twice.
    for (let i = 0; i < 2; i++)
      expect(await findLink(visitor(), token)).toMatchObject({ purpose: "sign_in", address: cast.giulia.email });
    const { setCookie, to, personId } = await signInByLink(visitor(), { token, userAgent });
    expect({ to, personId }).toEqual({ to: "/tickets/10482", personId: cast.giulia.id });
    expect((await readSession(cookieOf(setCookie)))?.person.id).toBe(cast.giulia.id);
    expect(await findLink(visitor(), token)).toBeNull();
    await expect(signInByLink(visitor(), { token, userAgent })).rejects.toMatchObject(linkUsed);
  });

  test("of ten uses at once one succeeds", async () => {
    await requestSignInLink(visitor(), { address: cast.hana.email });
    const token = await mailedToken(cast.hana.email, "sign-in-link");
    const before = await database().prisma.session.count();
    const uses = await Promise.allSettled(
      Array.from({ length: 10 }, () => signInByLink(visitor(), { token, userAgent })),
    );
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().prisma.session.count()).toBe(before + 1);
  });

  test("lasts fifteen minutes, and its secret is not in the token's row", async () => {
    const ctx = visitor();
    await requestSignInLink(ctx, { address: cast.hana.email });
    const token = await mailedToken(cast.hana.email, "sign-in-link");
    expect(await database().prisma.oneTimeToken.count({ where: { hash: token } })).toBe(0);
    const late = visitor({ now: new Date(ctx.now.getTime() + 15 * 60_000) });
    expect(await findLink(late, token)).toBeNull();
    await expect(signInByLink(late, { token, userAgent })).rejects.toMatchObject(linkUsed);
  });

  test("claims the person a stranger's mail made, whom nobody could sign in as before", async () => {
    const { personId } = await findOrCreateContact(systemCtx(), { address: "stranger@tanaka.example", name: "S" });
    expect(await findPersonByAddress(systemCtx(), "stranger@tanaka.example")).toMatchObject({ verified: false });
    await requestSignInLink(visitor(), { address: "stranger@tanaka.example" });
    const token = await mailedToken("stranger@tanaka.example", "sign-in-link");
    expect((await signInByLink(visitor(), { token, userAgent })).personId).toBe(personId);
    expect(await findPersonByAddress(systemCtx(), "stranger@tanaka.example")).toMatchObject({ verified: true });
  });

  test("mails to one address are limited, for known and unknown ones alike", async () => {
    for (const address of [cast.paolo.email, "nobody@tanaka.example"]) {
      for (let i = 0; i < 5; i++) await requestSignInLink(visitor(), { address });
      await expect(requestSignInLink(visitor(), { address })).rejects.toMatchObject({
        code: "identity:error.tooManyMails",
      });
    }
    expect(await mails()).toHaveLength(10);
  });
});

describe("sign-up", () => {
  test("stores nobody before the address is proven, then makes the person with an organization", async () => {
    const address = "luca@marchetti.example";
    await signUp(visitor({ locale: "it" }), { address, name: "Luca Riva", to: "/tickets/new" });
    expect(await findPersonByAddress(systemCtx(), address)).toBeNull();
    const token = await mailedToken(address, "verify-address");
    const { personId, to, signedUp } = await signInByLink(visitor({ locale: "it" }), { token, userAgent });
    expect({ to, signedUp }).toEqual({ to: "/tickets/new", signedUp: true });
    const person = await database().prisma.person.findUniqueOrThrow({
      where: { id: personId },
      include: { contact: true },
    });
    expect(person).toMatchObject({
      name: "Luca Riva",
      locale: "it",
      contact: { organizationId: organizations.marchetti.id },
    });
  });

  test("with an address that has an account says so by mail only", async () => {
    await signUp(visitor(), { address: cast.giulia.email, name: "Mallory" });
    expect((await mails()).map(({ template, recipient }) => [template, recipient])).toEqual([
      ["already-registered", cast.giulia.email],
    ]);
    expect((await getAccount(systemCtx(), cast.giulia.id)).name).toBe(cast.giulia.name);
  });

  test("two for one address at once end in one person", async () => {
    const address = "twin@tanaka.example";
    await Promise.all(["One", "Two"].map((name) => signUp(visitor(), { address, name })));
    const tokens = (await mails()).map(({ props }) => (props as { url: string }).url.split("/").at(-1)!);
    expect(tokens).toHaveLength(2);
    const used = await Promise.all(tokens.map((token) => signInByLink(visitor(), { token, userAgent })));
    expect(used[0]?.personId).toBe(used[1]?.personId);
    expect(await database().prisma.emailAddress.count({ where: { address } })).toBe(1);
  });
});

describe("a password link", () => {
  test("sets the password, ends sessions and other such links; unknown addresses get no mail", async () => {
    await requestPasswordReset(visitor(), { address: "nobody@tanaka.example" });
    expect(await mails()).toHaveLength(0);
    await setPassword(systemCtx(), cast.hana.id, "the old password", "command_line");
    const old = await signInWithPassword(visitor(), {
      address: cast.hana.email,
      password: "the old password",
      userAgent,
    });
    await requestPasswordReset(visitor(), { address: cast.hana.email });
    const first = await mailedToken(cast.hana.email, "password-reset");
    await requestPasswordReset(visitor(), { address: cast.hana.email });
    const second = await mailedToken(cast.hana.email, "password-reset");
    const { setCookie } = await resetPassword(visitor(), { token: second, password: "the new password", userAgent });
    expect(await readSession(cookieOf(old.setCookie))).toBeNull();
    expect(await readSession(cookieOf(setCookie))).not.toBeNull();
    await expect(
      resetPassword(visitor(), { token: first, password: "a third password", userAgent }),
    ).rejects.toMatchObject(linkUsed);
    await signInWithPassword(visitor(), { address: cast.hana.email, password: "the new password", userAgent });
  });

  test("signs nobody in by itself, nor does a sign-in link set a password", async () => {
    await requestPasswordReset(visitor(), { address: cast.hana.email });
    const token = await mailedToken(cast.hana.email, "password-reset");
    await expect(signInByLink(visitor(), { token, userAgent })).rejects.toMatchObject(linkUsed);
    expect(await findLink(visitor(), token)).toMatchObject({ purpose: "password_reset" });
  });
});

describe("a further address", () => {
  test("is added by the account that asked for it and nobody else", async () => {
    const address = "giulia@home.example";
    await addAddress(castCtx("giulia"), { personId: cast.giulia.id, address, name: cast.giulia.name });
    const token = await mailedToken(address, "verify-address");
    await expect(signInByLink(visitor(), { token, userAgent })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(confirmAddress(castCtx("hana"), token)).rejects.toMatchObject({ kind: "forbidden" });
    await confirmAddress(castCtx("giulia"), token);
    expect((await getAccount(systemCtx(), cast.giulia.id)).addresses).toMatchObject([
      { address: cast.giulia.email, primary: true, verified: true },
      { address, primary: false, verified: true },
    ]);
  });

  test("that another person has is refused", async () => {
    await addAddress(castCtx("giulia"), { personId: cast.giulia.id, address: cast.hana.email, name: "" });
    const token = await mailedToken(cast.hana.email, "verify-address");
    await expect(confirmAddress(castCtx("giulia"), token)).rejects.toMatchObject({
      code: "identity:error.addressTaken",
    });
  });
});

describe("an invitation", () => {
  const invite = (address: string) =>
    invitePerson(castCtx("ada"), { address, role: "agent", queueIds: [queues.billing.id] });

  test("makes an agent in the invited queues", async () => {
    await expect(
      invitePerson(castCtx("sara"), { address: "x@y.example", role: "agent", queueIds: [] }),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
    await invite("nadia@northwind.example");
    const token = await mailedToken("nadia@northwind.example", "invitation");
    const accepted = await acceptInvitation(visitor(), {
      token,
      name: "Nadia",
      password: "long enough pass",
      userAgent,
    });
    expect((await readSession(cookieOf(accepted.setCookie)))?.person).toMatchObject({
      role: "agent",
      name: "Nadia",
      queueIds: [queues.billing.id],
    });
    await expect(
      acceptInvitation(visitor(), { token, name: "N", password: "long enough pass", userAgent }),
    ).rejects.toMatchObject(linkUsed);
    await expect(invite("nadia@northwind.example")).rejects.toMatchObject({ code: "identity:error.alreadyStaff" });
  });

  test("can be sent again and taken back; old links stop working", async () => {
    const address = "omar@northwind.example";
    await invite(address);
    const first = await mailedToken(address, "invitation");
    const [row] = await listInvitations(castCtx("ada"));
    await resendInvitation(castCtx("ada"), row!.id);
    const second = await mailedToken(address, "invitation");
    expect(await findLink(visitor(), first)).toBeNull();
    expect(await findLink(visitor(), second)).toMatchObject({ role: "agent" });
    const again = await listInvitations(castCtx("ada"));
    expect(again.map((invitation) => invitation.address)).toEqual([address]);
    await withdrawInvitation(castCtx("ada"), again[0]!.id);
    expect(await findLink(visitor(), second)).toBeNull();
  });

  test("lasts seven days", async () => {
    const ctx = castCtx("ada");
    await invitePerson(ctx, { address: "late@northwind.example", role: "agent", queueIds: [] });
    const token = await mailedToken("late@northwind.example", "invitation");
    const late = visitor({ now: new Date(ctx.now.getTime() + 7 * 86_400_000) });
    await expect(
      acceptInvitation(late, { token, name: "L", password: "long enough pass", userAgent }),
    ).rejects.toMatchObject(linkUsed);
  });
});

describe("a form without sign-in", () => {
  test("is one mail for two clicks, and another when it is sent again later", async () => {
    const form = { name: "Mia Sato", subject: "Pump", text: "It leaks", formId: newId() };
    const send = (now: Date) => storeGuestForm(visitor({ now }), "twice@tanaka.example", form);
    const { now } = visitor();
    const both = await Promise.all([send(now), send(now)]);
    expect(both.filter((token) => token !== null)).toHaveLength(1);
    expect(await send(new Date(now.getTime() + 120_000))).not.toBeNull();
  });

  test("waits for its address, survives a failure before its ticket, then is used up", async () => {
    const form = { name: "Mia Sato", subject: "Pump", text: "It leaks" };
    const stored = await storeGuestForm(visitor(), "Mia@Tanaka.example", form);
    const token = await mailedToken("mia@tanaka.example", "confirm-ticket");
    expect(token).toBe(stored);
    expect(await findPersonByAddress(systemCtx(), "mia@tanaka.example")).toBeNull();
    expect(await findLink(visitor(), token)).toMatchObject({ purpose: "confirm_ticket", subject: "Pump" });
    const first = await confirmGuestForm(visitor(), token);
    const second = await confirmGuestForm(visitor(), token);
    expect(second).toEqual(first);
    expect(first.form).toEqual(form);
    const setCookie = await takeGuestForm(visitor(), { token, personId: first.personId, userAgent });
    expect((await readSession(cookieOf(setCookie)))?.person).toMatchObject({ name: "Mia Sato", role: "customer" });
    await expect(confirmGuestForm(visitor(), token)).rejects.toMatchObject(linkUsed);
  });
});

describe("the command line", () => {
  test("makes an administrator who chooses a password by a link", async () => {
    const made = await createUser(systemCtx(), {
      email: "Boss@Northwind.example",
      role: "administrator",
      name: "Boss",
    });
    const token = made.passwordUrl!.split("/").at(-1)!;
    await resetPassword(visitor(), { token, password: "a password of mine", userAgent });
    await signInWithPassword(visitor(), {
      address: "boss@northwind.example",
      password: "a password of mine",
      userAgent,
    });
    const again = await createUser(systemCtx(), {
      email: "boss@northwind.example",
      role: "administrator",
      password: "another password",
    });
    expect(again).toMatchObject({ personId: made.personId, passwordUrl: null });
  });

  test.each([
    [{ email: "nobody", role: "agent" }, "email"],
    [{ email: "a@b.example", role: "king" }, "role"],
    [{ email: "a@b.example", role: "agent", password: "short" }, "password"],
  ])("refuses %j", async (input, field) => {
    await expect(createUser(systemCtx(), input)).rejects.toSatisfy((e: { fields: object }) => field in e.fields);
    await expect(createUser(castCtx("sara"), input)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
