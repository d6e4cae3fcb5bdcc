// Indexes are dropped for the load and made again as the migrations made them, which is many times quicker.

/** @typedef {{ table: string, name: string, definition: string, key: boolean }} Index */

/** Secondary indexes of the tables, and the primary keys of those whose ids come in no order and are referenced by nobody.
 * @param {import("pg").Client} client @param {string[]} tables @param {string[]} unordered @returns {Promise<Index[]>} */
export async function listIndexes(client, tables, unordered) {
  const { rows } = await client.query(
    `select t.relname as table, i.relname as name, c.oid is not null as key,
       case when c.oid is null then pg_get_indexdef(i.oid)
         else format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) end as definition
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     left join pg_constraint c on c.conindid = i.oid and c.contype = 'p'
     where t.relnamespace = 'public'::regnamespace and t.relname = any($1) and (c.oid is null or t.relname = any($2))
     order by t.relname, c.oid is null, i.relname`,
    [tables, unordered],
  );
  return rows;
}

/** @param {import("pg").Client} client @param {Index[]} indexes */
export async function dropIndexes(client, indexes) {
  for (const { table, name, key } of indexes)
    await client.query(key ? `alter table "${table}" drop constraint "${name}"` : `drop index "${name}"`);
}
