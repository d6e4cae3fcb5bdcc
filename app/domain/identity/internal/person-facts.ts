/** SQL for what policy and visibility read of a person `p` with contact `c` and organization `o`; administrators work in every queue. */
export const PERSON_FACTS = `
    p.role::text as role,
    case when coalesce(c.sharing, o.sharing) = 'organization' then c.organization_id end as shared_organization_id,
    case p.role
      when 'customer' then '{}'::uuid[]
      when 'administrator' then array(select q.id from queue q where q.archived_at is null order by q.position)
      else array(select m.queue_id from queue_member m join queue q on q.id = m.queue_id and q.archived_at is null
                 where m.person_id = p.id order by q.position)
    end as queue_ids`;

export const PERSON_FACTS_JOINS = `
  left join contact c on c.person_id = p.id
  left join organization o on o.id = c.organization_id`;
