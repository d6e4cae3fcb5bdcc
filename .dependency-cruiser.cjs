// DESIGN.md, "What may import what". Each rule says why it stands.

/** Lowest first. A domain imports only lower tiers, never its own. */
const tiers = [
  ["identity", "calendars", "files"],
  ["customers", "mail", "knowledge", "search"],
  ["access"], // who gets in: sign-up, invitations, links; above mail and customers
  ["sla", "routing"],
  ["tickets"],
  ["booking", "billing", "esign", "chat"],
  ["mailroom", "automation", "notifications", "surveys"],
  ["insights", "admin"],
];
const tests = "\\.test\\.tsx?$";
const any = (names) => `(${names.join("|")})`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const upwards = tiers.map((names, tier) =>
  forbid(
    `domain-tier-${tier}-imports-lower-tiers-only`,
    "What flows upwards goes as an event; a domain names no domain of its own or a higher tier.",
    { path: `^app/domain/${any(names)}/`, pathNot: tests },
    { path: `^app/domain/${any(tiers.slice(tier).flat())}/`, pathNot: "^app/domain/$1/" },
  ),
);

const screens = "^app/(portal|desk|endpoints)/";

module.exports = {
  forbidden: [
    forbid("no-cycles", "A cycle has no owner; types count too.", {}, { circular: true }),
    ...upwards,
    forbid(
      "domains-import-domains-platform-lib",
      "The domain knows no React, no Remix, no request and no composition root.",
      { path: "^app/domain/", pathNot: tests },
      { path: "^app/", pathNot: "^app/(domain|platform|lib|generated)/" },
    ),
    forbid(
      "domains-reach-the-client-through-platform",
      "One pool, one transaction rule; of the generated code a domain sees enums and types.",
      { path: "^app/domain/", pathNot: tests },
      { path: "^app/generated/prisma/(?!enums\\.ts$)", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "domains-know-no-web",
      "No React, no Remix, no express in the domain.",
      { path: "^app/domain/", pathNot: tests },
      { path: "node_modules/(react|react-dom|@remix-run/(react|node|express)|express)/" },
    ),
    forbid(
      "internal-is-private",
      "internal/ belongs to its domain alone.",
      { path: "^app/(?:domain/([^/]+)|[^/]+)/" },
      { path: "^app/domain/[^/]+/internal/", pathNot: "^app/domain/$1/internal/" },
    ),
    forbid(
      "only-domain-search-talks-to-the-engine",
      "Whoever searches gets the actor's principals added by domain/search.",
      { path: "^app/", pathNot: "^app/domain/search/" },
      { path: "^search/", pathNot: "^search/(document|projection)\\.ts$" },
    ),
    forbid(
      "projections-know-documents-by-type-only",
      "What a domain makes of its rows for the index has a shape; nothing of the engines comes along.",
      { path: "^app/", pathNot: `^app/domain/search/|${tests}` },
      { path: "^search/(document|projection)\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "only-projections-know-documents",
      "Everybody else searches through domain/search.",
      {
        path: "^app/",
        pathNot: `^app/domain/search/|^app/domain/[^/]+/(internal/|search-documents\\.server\\.ts$)|^app/jobs/search-projections\\.ts$|${tests}`,
      },
      { path: "^search/(document|projection)\\.ts$" },
    ),
    forbid(
      "only-domain-mail-renders-mails",
      "Everybody else queues a template's name and props.",
      { path: "^(app|search|prisma)/", pathNot: "^app/domain/mail/" },
      { path: "^emails/" },
    ),
    forbid(
      "portal-and-desk-are-strangers",
      "What both halves need is in domain or components; endpoints have no screen.",
      { path: screens },
      { path: screens, pathNot: "^app/$1/" },
    ),
    forbid(
      "screens-import-http-domain-components-i18n-lib",
      "A screen is a context, a query or a command, a return.",
      { path: screens, pathNot: tests },
      {
        path: "^(app|emails|search|prisma|server)/",
        pathNot: "^app/(portal|desk|endpoints|http|domain|components|i18n|lib|styles)/",
      },
    ),
    forbid(
      "prisma-client-in-platform-and-domain",
      "Screens read through queries; only these layers know tables.",
      { path: "^app/", pathNot: `^app/(platform|domain|generated|roles|jobs)/|${tests}` },
      { path: "^app/generated/|node_modules/@prisma/" },
    ),
    forbid(
      "roles-and-jobs-import-domain-and-platform",
      "Composition roots put together; they hold no rules and draw nothing.",
      { path: "^app/(roles|jobs)/", pathNot: tests },
      { path: "^app/(portal|desk|endpoints|components)/" },
    ),
    forbid(
      "only-the-entry-imports-roles-and-jobs",
      "Nothing depends on how it was started.",
      { path: "^(app|emails|search|prisma)/", pathNot: `^app/(roles|jobs)/|^app/entry\\.server\\.tsx$|${tests}` },
      { path: "^app/(roles|jobs)/" },
    ),
    forbid(
      "emails-are-leaves",
      "Props in, mail out.",
      { path: "^emails/", pathNot: tests },
      { path: "^(app/(?!i18n/|lib/)|search/|server/)" },
    ),
    forbid(
      "lib-is-a-leaf",
      "Pure helpers.",
      { path: "^app/lib/", pathNot: tests },
      { path: "^(app/(?!lib/)|emails/|search/|server/)" },
    ),
    forbid(
      "platform-knows-no-product",
      "Database, clock and log serve the domain and do not know it.",
      { path: "^app/platform/", pathNot: tests },
      { path: "^app/(?!platform/|lib/|generated/)" },
    ),
    forbid(
      "ui-knows-no-domain-word",
      "The design system is a leaf.",
      { path: "^app/components/ui/", pathNot: tests },
      { path: "^(app/(?!components/ui/|lib/|i18n/)|emails/|search/|server/)" },
    ),
    forbid(
      "components-take-props",
      "Parts that both halves draw see of a domain only what is pure.",
      { path: "^app/components/(?!ui/)", pathNot: tests },
      { path: "^app/", pathNot: "^app/(components|lib|i18n)/|^app/domain/[^/]+/(policy|states|schema|views)\\.ts$" },
    ),
    forbid(
      "browser-code-imports-no-server-code",
      "Files ending in .server stay on the server.",
      { path: "^app/components/", pathNot: tests },
      { path: "\\.server\\.tsx?$" },
    ),
    forbid(
      "the-application-does-not-know-the-launcher",
      "Only the configuration's schema is shared.",
      { path: "^(app|emails|search)/", pathNot: tests },
      { path: "^(server|bin)/", pathNot: "^server/config\\.mjs$" },
    ),
    forbid(
      "preparation-needs-no-packages",
      "It runs before anything is installed.",
      { path: "^server/(prepare|build|root|startup-error|generate)(\\.mjs$|/)", pathNot: tests },
      { path: "node_modules/|^server/(?!prepare|root|startup-error)" },
    ),
    forbid(
      "production-code-imports-no-tests",
      "Tests support tests.",
      { path: "^(app|emails|search|server|bin)/", pathNot: tests },
      { path: `^tests/|${tests}` },
    ),
    forbid(
      "everything-resolves",
      "A wrong path shows here before it shows at run time.",
      { path: "^(app|emails|search|server)/" },
      { couldNotResolve: true, pathNot: "^(virtual:|~/generated/)" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|^app/generated" },
    exclude: { path: "^(build|\\.cache|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
    cache: { folder: ".cache/dependency-cruiser", strategy: "content" },
  },
};
