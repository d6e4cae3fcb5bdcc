import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage } from "./components/ui/error-page";
import { NavigationProgress } from "./components/ui/navigation-progress";
import { OfflineNotice } from "./http/offline-notice";
import { PageBehaviour } from "./components/ui/page-behaviour";
import { SkipLink } from "./components/ui/skip-link";
import { useNonce } from "./http/nonce";
import { loadPageFacts } from "./http/page-facts.server";
import { PageToast } from "./http/page-toast";
import { browserStrings } from "./i18n/browser-strings";
import { DEFAULT_LOCALE, isLocale, type Locale } from "./i18n/config";
import { I18nProvider } from "./i18n/use-t";
import { useServerStrings } from "./i18n/server-strings";
import latin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import app from "./styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: app },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
  { rel: "preload", href: latin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
];

/** What a page is called when it does not say itself, errors included. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.company.name ?? "Sportello" }];

export const loader = Object.assign((args: LoaderFunctionArgs) => loadPageFacts(args), { policy: "public" as const });

/** The page's frame changes only with a form or another language; walking about keeps it, and so does a form that failed. */
export function shouldRevalidate({ formMethod, actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  if (actionResult instanceof Error) return false;
  return formMethod && formMethod !== "GET" ? defaultShouldRevalidate : false;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const facts = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  const locale = facts?.locale ?? localeOf(error);
  const half = facts?.half ?? "portal";
  const serverStrings = useServerStrings(locale);
  const still = useStill();
  return (
    <html
      lang={locale}
      data-half={half}
      data-density={half === "desk" ? "compact" : "roomy"}
      data-theme={facts?.theme ?? undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {facts && facts.brandHue !== 195 ? <link rel="stylesheet" href={`/brand.css?hue=${facts.brandHue}`} /> : null}
      </head>
      <body>
        <I18nProvider
          locale={locale}
          timeZone={facts?.timeZone ?? "UTC"}
          half={half}
          strings={serverStrings ?? browserStrings()}
        >
          {children}
        </I18nProvider>
        {still ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

/** A page whose route says so (`handle.still`) is a document without React in the browser. */
const useStill = (): boolean =>
  useMatches().some(({ handle }) => typeof handle === "object" && handle !== null && "still" in handle);

/** The reader's language when the frame itself failed. */
function localeOf(error: unknown): Locale {
  const locale = isRouteErrorResponse(error) ? (error.data as { locale?: unknown } | null)?.locale : null;
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

export default function App() {
  if (useStill())
    return (
      <>
        <SkipLink />
        <Outlet />
        <PageToast />
      </>
    );
  return (
    <>
      <SkipLink />
      <NavigationProgress />
      <Outlet />
      <OfflineNotice />
      <PageToast />
      <PageBehaviour />
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} />;
}
