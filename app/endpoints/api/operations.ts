import { mailOperations } from "./mail-operations";
import { type Operation, operation } from "./operation";
import * as s from "./schemas";
import { serviceOperations } from "./service-operations";

export const listTickets = operation({
  id: "listTickets",
  method: "get",
  path: "/api/v1/tickets",
  summary: "Tickets the token's person may see, latest change first",
  query: s.ticketQuery,
  status: 200,
  answer: s.ticketPage,
});

export const openTicket = operation({
  id: "openTicket",
  method: "post",
  path: "/api/v1/tickets",
  summary: "Open a ticket for a customer",
  body: s.openTicketBody,
  status: 201,
  answer: s.ticket,
});

export const readTicket = operation({
  id: "readTicket",
  method: "get",
  path: "/api/v1/tickets/{number}",
  summary: "One ticket",
  params: s.ticketParams,
  status: 200,
  answer: s.ticket,
});

export const changeTicket = operation({
  id: "changeTicket",
  method: "patch",
  path: "/api/v1/tickets/{number}",
  summary: "Change fields of a ticket; what is absent stays",
  params: s.ticketParams,
  body: s.changeBody,
  status: 200,
  answer: s.ticket,
});

export const listMessages = operation({
  id: "listMessages",
  method: "get",
  path: "/api/v1/tickets/{number}/messages",
  summary: "Messages of a ticket, newest first; notes for staff only",
  params: s.ticketParams,
  query: s.cursorQuery,
  status: 200,
  answer: s.messagePage,
});

export const addMessage = operation({
  id: "addMessage",
  method: "post",
  path: "/api/v1/tickets/{number}/messages",
  summary: "Reply or add a note; a reply leaves at once",
  params: s.ticketParams,
  body: s.replyBody,
  status: 201,
  answer: s.messageRef,
});

export const listEvents = operation({
  id: "listEvents",
  method: "get",
  path: "/api/v1/tickets/{number}/events",
  summary: "What happened to a ticket, newest first; for staff",
  params: s.ticketParams,
  query: s.cursorQuery,
  status: 200,
  answer: s.eventPage,
});

export const mergeTicket = operation({
  id: "mergeTicket",
  method: "post",
  path: "/api/v1/tickets/{number}/merge",
  summary: "Point a ticket at another; mail to it lands there. For staff",
  params: s.ticketParams,
  body: s.mergeBody,
  status: 200,
  answer: s.ticket,
});

export const unmergeTicket = operation({
  id: "unmergeTicket",
  method: "post",
  path: "/api/v1/tickets/{number}/unmerge",
  summary: "Take a merge back: the ticket has its state and its mail again. For staff",
  params: s.ticketParams,
  body: s.unmergeBody,
  status: 200,
  answer: s.ticket,
});

export const operations: readonly Operation[] = [
  listTickets,
  openTicket,
  readTicket,
  changeTicket,
  listMessages,
  addMessage,
  listEvents,
  mergeTicket,
  unmergeTicket,
  ...serviceOperations,
  ...mailOperations,
];
