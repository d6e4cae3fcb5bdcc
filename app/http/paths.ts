type Query = Record<string, string | number | null | undefined>;

/** A path with its query; empty values are left out. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== "") params.set(key, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Every address of the application, so that a link is never spelt by hand. */
export const paths = {
  home: () => "/",
  signIn: (to?: string | null) => withQuery("/sign-in", { to: to && to !== "/" ? to : null }),
  signOut: () => "/sign-out",
  signUp: () => "/sign-up",
  signInLink: () => "/sign-in/link",
  forgotPassword: () => "/forgot-password",
  oneTimeLink: (token: string) => `/link/${token}`,
  invitation: (token: string) => `/invitation/${token}`,
  language: () => "/language",
  account: () => "/account",
  accountPart: (part: string) => `/account/${part}`,
  tickets: (query: Query = {}) => withQuery("/tickets", query),
  newTicket: (query: Query = {}) => withQuery("/tickets/new", query),
  guestTicketSent: () => "/tickets/new/sent",
  newTicketAnswers: () => "/tickets/new/answers",
  newTicketSolved: () => "/tickets/new/solved",
  answerOpened: () => "/help/opened",
  answerSolved: () => "/help/solved",
  ticket: (number: number, query: Query = {}) => withQuery(`/tickets/${number}`, query),
  ticketPart: (number: number, part: string) => `/tickets/${number}/${part}`,
  attachment: (id: string, name: string) => `/attachments/${id}/${encodeURIComponent(name)}`,
  original: (messageId: string) => `/messages/${messageId}/original`,
  rawMail: (messageId: string) => `/messages/${messageId}/raw`,
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  search: (query: Query = {}) => withQuery("/search", query),
  searchSuggestions: () => "/search/suggestions",
  searchOpened: (intentionId: string, document: string, to: string) =>
    withQuery(`/search/opened/${intentionId}/${document}`, { to }),
  helpStart: () => "/help",
  help: (lang: string) => `/help/${lang}`,
  helpTopic: (lang: string, slug: string) => `/help/${lang}/topics/${slug}`,
  helpArticle: (lang: string, slug: string) => `/help/${lang}/articles/${slug}`,
  helpFaqs: (lang: string) => `/help/${lang}/faq`,
  helpFaq: (lang: string, slug: string) => `/help/${lang}/faq/${slug}`,
  helpNews: (lang: string, slug = "", query: Query = {}) => withQuery(`/help/${lang}/news${slug && `/${slug}`}`, query),
  helpFile: (imageId: string, name: string) => `/help/files/${imageId}/${encodeURIComponent(name)}`,
  helpVote: (articleId: string) => `/help/votes/${articleId}`,
  helpFollowing: (kind: "topics" | "news", id: string) => `/help/following/${kind}/${id}`,
  /** `since`: when the data was asked for that the topics' changes would make old. */
  live: (topics: string, since: number) => withQuery("/live", { topics, since: String(Math.floor(since)) }),
  desk: {
    home: () => "/desk",
    tickets: (query: Query = {}) => withQuery("/desk/tickets", query),
    newTicket: (query: Query = {}) => withQuery("/desk/tickets/new", query),
    customerSuggestions: (q: string) => withQuery("/desk/customers/suggestions", { q }),
    pullNext: (queueId: string) => `/desk/queues/${queueId}/next`,
    ticket: (number: number, query: Query = {}) => withQuery(`/desk/tickets/${number}`, query),
    ticketPart: (number: number, part: string, query: Query = {}) =>
      withQuery(`/desk/tickets/${number}/${part}`, query),
    notifications: (query: Query = {}) => withQuery("/desk/notifications", query),
    outbox: (query: Query = {}) => withQuery("/desk/outbox", query),
    outboxMail: (id: string, part = "") => `/desk/outbox/${id}${part && `/${part}`}`,
    mailroom: (query: Query = {}) => withQuery("/desk/mailroom", query),
    mail: (id: string, part = "", query: Query = {}) => withQuery(`/desk/mailroom/${id}${part && `/${part}`}`, query),
    news: (part = "", query: Query = {}) => withQuery(`/desk/news${part && `/${part}`}`, query),
    savedReplies: (part = "") => `/desk/saved-replies${part && `/${part}`}`,
    search: (query: Query = {}, part = "") => withQuery(`/desk/search${part && `/${part}`}`, query),
    knowledge: (part = "", query: Query = {}) => withQuery(`/desk/knowledge${part && `/${part}`}`, query),
    contact: (personId: string, query: Query = {}) => withQuery(`/desk/contacts/${personId}`, query),
    bin: () => "/desk/bin",
    agent: (personId: string, part = "") => `/desk/agents/${personId}${part && `/${part}`}`,
    account: () => "/desk/account",
    accountPart: (part: string) => `/desk/account/${part}`,
    shortcuts: () => "/desk/shortcuts",
    commands: (query: Query = {}) => withQuery("/desk/commands", query),
    commandTickets: (number: number | null) => withQuery("/desk/commands/tickets", { q: number }),
    admin: (area = "", query: Query = {}) => withQuery(area ? `/desk/admin/${area}` : "/desk/admin", query),
  },
};

/** A `to` parameter as a path of ours, never another site's; `fallback` otherwise. */
export function safeReturnPath(to: string | null | undefined, fallback: string): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : fallback;
}
