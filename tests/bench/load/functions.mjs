// SQL functions that make the same rows on every run. They live in a schema of their own, dropped after the load.

const SENTENCES = [
  "Good morning, the pump on line 2 stopped again after the last delivery.",
  "Could you please tell us when the technician will be here?",
  "The label on the box says 14 pieces, we counted twelve of them.",
  "We have attached two photographs of the damaged corner.",
  "Thank you for the quick answer, that helped us a lot.",
  "The invoice names the old address, please correct it and send it again.",
  "Our warehouse is open from seven to four, also on Saturdays.",
  "I have checked the serial number and the warranty is still valid.",
  "The replacement part left our house yesterday by courier.",
  "Please restart the controller and hold the green key for ten seconds.",
  "Nothing changed after the restart, the display stays dark.",
  "We would prefer a credit note instead of another delivery.",
  "I will ask my colleague from accounting and come back to you today.",
  "Il pezzo arriva domani mattina, la fattura segue a parte.",
  "Доброе утро, накладная пришла без подписи.",
  "Vă rugăm să verificați încă o dată numărul comenzii.",
];

const quote = (/** @type {string} */ text) => `'${text.replaceAll("'", "''")}'`;

/** `end` is the instant of the newest ticket. @param {string} end */
export const functions = (end) => `
  drop schema if exists bench cascade;
  create schema bench;

  -- Numbers that look random and are the same on every run.
  create function bench.h(n bigint, salt bigint) returns bigint language sql immutable parallel safe
    return hashint8extended(n, salt) & 9223372036854775807;
  create function bench.u(n bigint, salt bigint) returns float8 language sql immutable parallel safe
    return (bench.h(n, salt) % 1000000) / 1000000.0::float8;

  -- Ids: a uuid v7 of an instant, and numbered ones for what exists a few times.
  create function bench.id(at timestamptz, seed text) returns uuid language sql immutable parallel safe
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
      || overlay('7' || substr(md5(seed), 1, 19) placing '8' from 5 for 1))::uuid;
  create function bench.entity(kind int, n bigint) returns uuid language sql immutable parallel safe
    return ('00000000-0000-7000-80' || lpad(to_hex(kind), 2, '0') || '-' || lpad(to_hex(n), 12, '0'))::uuid;

  create function bench.sentence(n bigint) returns text language sql immutable parallel safe
    return (array[${SENTENCES.map(quote).join(", ")}])[1 + n % ${SENTENCES.length}];
  create function bench.words(n bigint) returns text language sql immutable parallel safe
    return bench.sentence(bench.h(n, 1)) || ' ' || bench.sentence(bench.h(n, 2)) || E'\\n\\n'
      || bench.sentence(bench.h(n, 3)) || ' ' || bench.sentence(bench.h(n, 4)) || ' ' || bench.sentence(bench.h(n, 5));

  -- A conversation: customer and agent take turns, every fifth message is a note.
  create function bench.gap(number int) returns interval language sql immutable parallel safe
    return (case when bench.h(number, 11) % 4 = 0 then 900 + bench.h(number, 12) % 80000
      else 300 + bench.h(number, 12) % 7200 end) * interval '1 second';
  create function bench.side(j int) returns message_side language sql immutable parallel safe
    return (case when j % 5 = 4 or j % 2 = 1 then 'agent' else 'customer' end)::message_side;
  create function bench.kind(j int) returns message_kind language sql immutable parallel safe
    return (case when j % 5 = 4 then 'note' else 'public' end)::message_kind;
  create function bench.newest() returns timestamptz language sql immutable parallel safe
    return '${end}'::timestamptz;
`;
