import { indexedLocale } from "~/lib/indexed-text";
import { NIL_ID } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import type { ProjectedDocument, Projection } from "#search/projection";

const PAGE = 500;

type ContactRow = {
  id: string;
  name: string;
  locale: string | null;
  createdAt: Date;
  deactivated: boolean;
  phone: string;
  organizationId: string | null;
  organization: string | null;
  addresses: string[];
};

/** Customers as staff look them up: by name, any address, telephone number or organization. */
const contacts: Projection<Ctx> = {
  mark: "contact",
  kinds: ["contact"],
  whole: true,
  async documentsOf(ctx, ids) {
    const rows = await ctx.db.$queryRaw<ContactRow[]>`
      select p.id::text, p.name, p.locale, p.created_at as "createdAt", p.deactivated_at is not null as deactivated,
        c.phone, c.organization_id::text as "organizationId", o.name as organization,
        array(select e.address from email_address e where e.person_id = p.id
              order by e."primary" desc, e.created_at, e.id) as addresses
      from person p join contact c on c.person_id = p.id left join organization o on o.id = c.organization_id
      where p.id = any(${[...ids]}::uuid[]) and p.role = 'customer'`;
    return rows.map(contactDocument);
  },
  walk: async (ctx, after) =>
    page(
      await ctx.db.$queryRaw<{ id: string }[]>`
        select person_id::text as id from contact where person_id > ${after ?? NIL_ID}::uuid
        order by person_id limit ${PAGE}::int`,
    ),
  count: (ctx) => ctx.db.contact.count(),
  countDocuments: (ctx) => ctx.db.contact.count({ where: { person: { role: "customer" } } }),
  recent: (ctx, since) =>
    newer(ctx.db.$queryRaw<{ id: string }[]>`
    select p.id::text from person p join contact c on c.person_id = p.id where p.created_at >= ${since}`),
};

const organizations: Projection<Ctx> = {
  mark: "organization",
  kinds: ["organization"],
  whole: true,
  async documentsOf(ctx, ids) {
    const rows = await ctx.db.organization.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, name: true, domain: true, region: true, createdAt: true },
    });
    return rows.map(({ id, name, domain, region, createdAt }) => ({
      id: `organization:${id}`,
      kind: "organization",
      group: id,
      locale: "en",
      title: name,
      keywords: [domain ?? "", region].join(" ").trim(),
      body: "",
      audience: ["staff"],
      facets: [`org=${id}`],
      at: createdAt,
      quality: 0,
      data: { domain },
    }));
  },
  walk: async (ctx, after) =>
    page(
      await ctx.db.$queryRaw<{ id: string }[]>`
        select id::text from organization where id > ${after ?? NIL_ID}::uuid order by id limit ${PAGE}::int`,
    ),
  count: (ctx) => ctx.db.organization.count(),
  countDocuments: (ctx) => ctx.db.organization.count(),
  recent: (ctx, since) =>
    newer(ctx.db.organization.findMany({ where: { createdAt: { gte: since } }, select: { id: true } })),
};

export const projections: readonly Projection<Ctx>[] = [contacts, organizations];

function contactDocument(row: ContactRow): ProjectedDocument {
  const { id, name, addresses, phone, organization, organizationId } = row;
  return {
    id: `contact:${id}`,
    kind: "contact",
    group: id,
    locale: indexedLocale(row.locale),
    title: name,
    keywords: [...addresses, phone, organization ?? ""].filter(Boolean).join(" "),
    body: "",
    audience: ["staff"],
    facets: [
      `from=${id}`,
      ...addresses.flatMap((address) => [`from=${address}`, `from=${address.slice(address.lastIndexOf("@") + 1)}`]),
      ...(organizationId ? [`org=${organizationId}`] : []),
    ],
    at: row.createdAt,
    quality: 0,
    data: { address: addresses[0] ?? "", organization, deactivated: row.deactivated },
  };
}

const newer = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);

const page = (rows: { id: string }[]) => ({
  ids: rows.map(({ id }) => id),
  next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
});
