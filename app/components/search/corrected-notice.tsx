type Props = { said: string; href: string; link: string };

/** That words were read as others, and the way to what was typed. */
export function CorrectedNotice({ said, href, link }: Props) {
  return (
    <p>
      <b>{said}</b> <a href={href}>{link}</a>
    </p>
  );
}
