import { type Operation, operation } from "./operation";
import { routing } from "./routing-schemas";
import { cursorQuery, ticket, ticketParams } from "./schemas";
import * as s from "./service-schemas";

export const readClocks = operation({
  id: "readClocks",
  method: "get",
  path: "/api/v1/tickets/{number}/clocks",
  summary: "The service-level clocks of a ticket; for staff",
  params: ticketParams,
  status: 200,
  answer: s.clocks,
});

export const explainClock = operation({
  id: "explainClock",
  method: "get",
  path: "/api/v1/tickets/{number}/clocks/{id}",
  summary: "How a due time came about: its working, paused and closed stretches; for staff",
  params: s.clockParams,
  status: 200,
  answer: s.explanation,
});

export const readRouting = operation({
  id: "readRouting",
  method: "get",
  path: "/api/v1/tickets/{number}/routing",
  summary: "Why a ticket is where it is: the decisions with their traces; for staff",
  params: ticketParams,
  status: 200,
  answer: routing,
});

export const routeAgain = operation({
  id: "routeAgain",
  method: "post",
  path: "/api/v1/tickets/{number}/routing",
  summary: "Let the newest rules, then the queue, decide again; queue and priority chosen by hand stay",
  params: ticketParams,
  status: 200,
  answer: ticket,
});

export const listTime = operation({
  id: "listTime",
  method: "get",
  path: "/api/v1/tickets/{number}/time",
  summary: "Time spent on a ticket, newest first; for staff",
  params: ticketParams,
  query: cursorQuery,
  status: 200,
  answer: s.timePage,
});

export const logTime = operation({
  id: "logTime",
  method: "post",
  path: "/api/v1/tickets/{number}/time",
  summary: "Write down time spent on a ticket; for staff",
  params: ticketParams,
  body: s.timeBody,
  status: 201,
  answer: s.timeRef,
});

export const readPresence = operation({
  id: "readPresence",
  method: "get",
  path: "/api/v1/me/presence",
  summary: "Whether the token's person takes tickets; for staff",
  status: 200,
  answer: s.presence,
});

export const changePresence = operation({
  id: "changePresence",
  method: "put",
  path: "/api/v1/me/presence",
  summary: "Be available, away or off; for staff",
  body: s.presenceBody,
  status: 200,
  answer: s.presence,
});

export const listContracts = operation({
  id: "listContracts",
  method: "get",
  path: "/api/v1/contracts",
  summary: "Service contracts, the latest end first; for staff",
  query: s.contractQuery,
  status: 200,
  answer: s.contractPage,
});

export const readContract = operation({
  id: "readContract",
  method: "get",
  path: "/api/v1/contracts/{id}",
  summary: "One service contract; for staff",
  params: s.idParams,
  status: 200,
  answer: s.contract,
});

export const listPolicies = operation({
  id: "listPolicies",
  method: "get",
  path: "/api/v1/policies",
  summary: "Service-level policies in the order they are asked, archived ones last; for administrators",
  status: 200,
  answer: s.policies,
});

export const listCalendars = operation({
  id: "listCalendars",
  method: "get",
  path: "/api/v1/calendars",
  summary: "Calendars that may be chosen; for staff",
  status: 200,
  answer: s.calendars,
});

export const readRules = operation({
  id: "readRules",
  method: "get",
  path: "/api/v1/rules",
  summary: "The newest version of the routing rules; for administrators",
  status: 200,
  answer: s.ruleSet,
});

export const serviceOperations: readonly Operation[] = [
  readClocks,
  explainClock,
  readRouting,
  routeAgain,
  listTime,
  logTime,
  readPresence,
  changePresence,
  listContracts,
  readContract,
  listPolicies,
  listCalendars,
  readRules,
];
