import { usePageFacts } from "~/http/use-page-facts";

/** Hours, telephone and mail address, as far as the company has given them. */
export function ContactFacts() {
  const { company } = usePageFacts();
  return (
    <>
      {company.hours ? <span className="num">{company.hours}</span> : null}
      {company.phone ? (
        <a className="num" href={`tel:${company.phone.replace(/[^+\d]/g, "")}`}>
          {company.phone}
        </a>
      ) : null}
      {company.email ? <a href={`mailto:${company.email}`}>{company.email}</a> : null}
    </>
  );
}
