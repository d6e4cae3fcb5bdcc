/** Why a delivery failed: each has a sentence in every language ("desk:reason.…"). */
export const bounceReasons = [
  "authfailure",
  "badreputation",
  "blocked",
  "contenterror",
  "delivered",
  "exceedlimit",
  "expired",
  "feedback",
  "filtered",
  "hasmoved",
  "hostunknown",
  "mailboxfull",
  "mailererror",
  "mesgtoobig",
  "networkerror",
  "norelaying",
  "notaccept",
  "notcompliantrfc",
  "onhold",
  "policyviolation",
  "rejected",
  "requireptr",
  "securityerror",
  "spamdetected",
  "suspend",
  "syntaxerror",
  "systemerror",
  "systemfull",
  "toomanyconn",
  "undefined",
  "userunknown",
  "virusdetected",
] as const;

/** In the words of Sisimai, so that its many samples can be compared. */
export type BounceReason = (typeof bounceReasons)[number];

// First match wins: what names the cause most narrowly comes first, words shared by many causes last.
const BY_TEXT: [BounceReason, RegExp][] = [
  ["rejected", /groups\.google\.com\/support/],
  ["systemerror", /\bldap\b/],
  [
    "notaccept",
    /null ?mx|(?:does not|doesn't|not) (?:accept|receive) (?:any )?(?:e-?)?mail\b|unexpected name server reply|indicated no smtp service|find a mail exchanger or ip address/,
  ],
  [
    "networkerror",
    /dns (?:error|query failed)|too many hops|mail loop|loop(?:ing)? detected|hop count|lost connection|name server: \S+ host name lookup|no route to host|network (?:is )?unreachable|more than the maximum allowed times|routing loop|network error|host not found, try again|temporary (?:dns|name server) (?:error|failure)/,
  ],
  [
    "contenterror",
    /duplicate header|headers? too (?:large|long)|malformed (?:mime|message|header)|mime (?:syntax )?error|invalid (?:mime|header)|improper use of 8-bit/,
  ],
  [
    "mailboxfull",
    /mail ?box (?:is |has |size )?(?:full|exceed|limit|quota|over)|over ?(?:the )?quota|quota ?(?:exceed|is full|limit|violation)|exceed(?:ed|s)? (?:the |its |his |their )?(?:storage|disk|mail ?box|mail)? ?quota|out of storage|not enough (?:disk|storage) ?space|no space left|user is over|(?:account|inbox|maildir) (?:is )?(?:full|over)|mailbox for user is full|storage (?:limit|quota)/,
  ],
  [
    "systemfull",
    /insufficient (?:system )?(?:storage|resources|disk)|file ?system full|disk full|system (?:storage )?full/,
  ],
  [
    "mesgtoobig",
    /message (?:is )?too (?:big|large|long)|(?:message|mail|size).{0,30}exceed|exceed.{0,30}(?:message|mail).{0,10}size|size limit|maximum message size/,
  ],
  [
    "hasmoved",
    /no longer (?:on|at) (?:this )?server|(?:user|recipient|mailbox|account) (?:has )?moved|not our customer|address (?:has )?changed|changed (?:his|her|their|to a new) /,
  ],
  [
    "norelaying",
    /relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:permitted|allowed)|prohibited|disallowed)|(?:unable|not permitted|not allowed) to relay|do(?:es)? not relay|not an? (?:open )?relay|insecure mail relay|no relaying/,
  ],
  [
    "notcompliantrfc",
    /multiple addresses in from|not (?:rfc|compliant)|non-?compliant|rfc ?(?:2?5?[38]2[12]) |bare (?:lf|cr|line ?feed)|missing (?:a )?valid message-?id/,
  ],
  [
    "spamdetected",
    /\bofr_506\b|blacklisted (?:url|link)|\b(?:uribl|surbl)\b|(?:due to|because of|as|is) spam\b|spam (?:classification|content|message)/,
  ],
  [
    "authfailure",
    /\bspf\b|\bdkim\b|\bdmarc\b|sender policy framework|authentication information|unauthenticated (?:e-?mail|mail|messages?)/,
  ],
  [
    "requireptr",
    /reverse[ -]?dns|\bptr\b|\brdns\b|reverse (?:lookup|hostname|mapping)|cannot find your (?:reverse )?host|mismatches client ip/,
  ],
  ["virusdetected", /virus|malware|infected|trojan|mcspamsignature/],
  ["badreputation", /reputation|unexpected volume or user complaints|poor sender score/],
  [
    "toomanyconn",
    /too many (?:connections|recipients|concurrent|sessions|simultaneous|messages)|connection (?:rate|frequency|limit)|rate limit|frequency limited|throttl|sending (?:rate|limit)/,
  ],
  [
    "blocked",
    /use the (?:smtp|mail) server of your isp|black ?list|block ?list|\bdnsbl\b|\brbl\b|\brbldns|spamhaus|spamcop|sorbs|barracudacentral|dnsbl-lookup|blocked (?:using|by)|banned sending ip|client host (?:rejected|blocked)|ip (?:address )?(?:has been |is )?(?:blocked|banned|denied)|is listed (?:in|at|by|on)|refused to talk to me|your (?:host|ip|network|server) (?:is |has been )?(?:blocked|banned|denied|rejected)/,
  ],
  [
    "rejected",
    /sender(?: address| domain|'s domain)? (?:is |was )?(?:rejected|denied|invalid|blocked|not (?:allowed|accepted|verified|exist))|domain of sender|purported responsible address|sender verif(?:y|ication) failed|bad sender|not a registered gateway user|rejected mail from address|from (?:address )?(?:domain )?(?:is )?not allowed/,
  ],
  ["spamdetected", /\bspam|spam\b|junk mail|unsolicited|(?:message |mail )?content rejected|bulk mail|likely unwanted/],
  [
    "policyviolation",
    /policy|policies|presents a potential|prohibited attachment|file type (?:is )?not allowed|attachment (?:type )?(?:is )?not (?:allowed|accepted)/,
  ],
  [
    "filtered",
    /recipient preferences|recipients (?:was|were) rejected by a remote|^(?:\d{3}[ -])?: user unknown|message (?:was )?filtered|blocked by (?:the )?(?:user|recipient|addressee)|rejected by (?:the )?recipient|not allowed to (?:send|post) to (?:this )?(?:group|recipient)|restricted (?:recipient|to authenticated)/,
  ],
  [
    "suspend",
    /account (?:has been |is |was )?(?:temporarily )?(?:disabled|suspended|locked|deactivated|closed|blocked|inactive|expired)|account that you tried to reach is (?:disabled|inactive|over)|(?:mailbox|user|recipient|domain) (?:has been |is |was )?(?:temporarily )?(?:suspended|disabled|locked|deactivated)|user's account is|disabled or discontinued|account is disabled|disabled (?:recipient|user|mailbox|account)\b|\baccount\(s\) is disabled|user\(s\) account is disabled/,
  ],
  [
    "hostunknown",
    /host \S{1,255} not found|host(?: or domain name)? (?:name )?(?:is )?(?:not found|unknown)|domain (?:name )?(?:is )?(?:not (?:found|reachable|exist|valid)|unknown|invalid|does(?: not|n't) exist)|unknown (?:host|domain)|no such (?:host|domain)|name or service not known|nxdomain|unroute?able|\.[a-z]{2,24} does not exist|no mx (?:record|found)|all relevant mx records point to non-existent|bad destination host/,
  ],
  [
    "userunknown",
    /user (?:is )?(?:unknown|not (?:found|known|exist)|does(?: not|n't) (?:exist|have)|invalid)|unknown (?:or illegal )?(?:user|recipient|mailbox|address|local|account)|no such (?:user|recipient|mailbox|address|person|account|local)|(?:mailbox|address|account|recipient|user|inbox|person) (?:\S+ )?(?:does(?: not|n't)|not) exist|that you tried to reach does not exist|invalid (?:recipient|mailbox|address|user|local)|recipient (?:is )?(?:not found|unknown|invalid|not valid|rejected|address rejected)|addressee? (?:is )?(?:rejected|unknown|invalid|not found)|mailbox (?:is )?(?:not found|unavailable|unknown|invalid)|recip(?:ient)?notfound|no mailbox|is not a (?:known|valid) (?:user|recipient|mailbox|address)|destinataire invalide|(?:doesn't|does not) have an? \S+ account|inactive email address|not (?:known|listed) (?:here|at this|in (?:the )?(?:domino|public|name))|recipient name is not recognized|domino ディレクトリには見つかりません|no valid recipients/,
  ],
  [
    "securityerror",
    /access denied|authentication (?:is )?required|auth ?required|unauthenticated senders|not authori[sz]ed|starttls|\btls\b|\bssl\b|certificate|encryption (?:needed|required)|permission denied/,
  ],
  [
    "syntaxerror",
    /(?:improper|bad) (?:command )?sequence|syntax error|command (?:not |un)recogni[sz]ed|unrecogni[sz]ed command|command not implemented/,
  ],
  [
    "expired",
    /timed? ?out|delivery failed \d+ attempts|giving up|for the last \d+ seconds|find a gateway|envelope expired|could not be delivered (?:for|within)|delivery (?:time )?expired|message expired|retry time|too long in (?:the )?queue|did not accept our requests to connect|unable to (?:connect successfully|deliver this message after)|still undelivered|connection refused|could not be delivered for too long|has been (?:delayed|in the queue)/,
  ],
  [
    "mailererror",
    /procmail|\bpipe\b|command (?:died|failed|output)|exit (?:status|code)|mailer (?:error|failed)|could not exec|local delivery failed|couldn't create/,
  ],
  ["onhold", /temporary (?:failure|error)|try (?:again )?later|greylist|graylist|deferred/],
  [
    "systemerror",
    /service (?:is )?(?:currently |temporarily )?unavailable|system error|internal (?:server )?error|local error|configuration error|server (?:error|misconfigur)|resources? temporarily|temporarily unavailable|operating system error/,
  ],
];

// RFC 3463 subjects, for reports that say nothing in words.
const BY_STATUS: [RegExp, BounceReason][] = [
  [/^2\./, "delivered"],
  [/^[45]\.1\.6$/, "hasmoved"],
  [/^[45]\.1\.(?:7|8)$/, "rejected"],
  [/^[45]\.1\.10$/, "notaccept"],
  [/^[45]\.1\.2$/, "hostunknown"],
  [/^5\.1\.[013]$/, "userunknown"],
  [/^[45]\.2\.1$/, "suspend"],
  [/^[45]\.2\.2$/, "mailboxfull"],
  [/^[45]\.2\.3$/, "exceedlimit"],
  [/^[45]\.2\.[04]$/, "filtered"],
  [/^[45]\.3\.1$/, "systemfull"],
  [/^[45]\.3\.4$/, "mesgtoobig"],
  [/^[45]\.3\.\d+$/, "systemerror"],
  [/^4\.4\.[17]$|^5\.4\.7$/, "expired"],
  [/^5\.4\.4$/, "hostunknown"],
  [/^[45]\.4\.\d+$/, "networkerror"],
  [/^[45]\.5\.3$/, "toomanyconn"],
  [/^5\.5\.\d+$/, "syntaxerror"],
  [/^[45]\.6\.\d+$/, "contenterror"],
  [/^[45]\.7\.(?:2[0-4]|26)$/, "authfailure"],
  [/^[45]\.7\.25$/, "requireptr"],
  [/^[45]\.7\.13$/, "suspend"],
  [/^[45]\.7\.\d+$/, "securityerror"],
];

/** Reason named by the words of a diagnostic; null when they name none. */
export function reasonFromText(diagnostic: string): BounceReason | null {
  const text = tidy(diagnostic);
  if (text === "") return null;
  // Postfix says "Recipient address rejected: …" for every cause and names it behind the colon.
  const [, cause = ""] = text.split("recipient address rejected: ", 2);
  // Microsoft's "Access denied" there means that the directory does not know the recipient.
  const named = cause === "" || cause.startsWith("access denied") ? null : firstMatch(cause);
  return named ?? firstMatch(text);
}

function firstMatch(text: string): BounceReason | null {
  return BY_TEXT.find(([, words]) => words.test(text))?.[0] ?? null;
}

export function reasonFromStatus(status: string): BounceReason | null {
  return BY_STATUS.find(([pattern]) => pattern.test(status))?.[1] ?? null;
}

/** A wrong address, host or domain: no later attempt can succeed, so the address is suppressed. */
export function isHardReason(reason: BounceReason, status: string): boolean {
  if (reason === "notaccept") return status.startsWith("5");
  return reason === "userunknown" || reason === "hostunknown" || reason === "hasmoved";
}

/** Lower case, codes of continuation lines and addresses taken out of the sentence. */
function tidy(diagnostic: string): string {
  return diagnostic
    .slice(0, 4000)
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/(?<=\S )[245]\d\d[- ](?:[245]\.\d{1,3}\.\d{1,3} )?/g, "")
    .trim();
}
