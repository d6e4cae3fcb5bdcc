import { expect, test } from "vitest";
import { plainOfHtml } from "./plain-of-html";

test("signs are signs again, and only once", () => {
  expect(plainOfHtml("<p>Tom &amp; Jerry: &quot;a &lt; b&quot;, it&#39;s &#x27;so&#x27; &amp;lt;</p>")).toBe(
    `Tom & Jerry: "a < b", it's 'so' &lt;`,
  );
  expect(plainOfHtml("<p>&unknown; &#0; &#1114112;</p>")).toBe("&unknown; &#0; &#1114112;");
});

test("items stand behind dots on lines of their own, loose ones too", () => {
  expect(
    plainOfHtml(
      "<p>We check:</p>\n<ul>\n<li>the seal</li>\n<li>the <strong>oil</strong></li>\n</ul>\n<p>Then we call.</p>\n",
    ),
  ).toBe("We check:\n\n• the seal\n• the oil\n\nThen we call.");
  expect(plainOfHtml("<ol>\n<li>\n<p>first</p>\n</li>\n<li>\n<p>second</p>\n</li>\n</ol>")).toBe("• first\n• second");
});

test("cells of a table do not run into each other", () => {
  expect(
    plainOfHtml(
      "<table>\n<thead>\n<tr>\n<th>Code</th>\n<th>Meaning</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>E-17</td>\n<td>no sensor</td>\n</tr>\n</tbody>\n</table>\n<p>End.</p>",
    ),
  ).toBe("Code · Meaning\nE-17 · no sensor\n\nEnd.");
});

test("a line's end stays, markup goes", () => {
  expect(
    plainOfHtml('<h2 id="since">Since Monday</h2>\n<p>one<br />\ntwo <a href="https://a.example">here</a></p>'),
  ).toBe("Since Monday\n\none\ntwo here");
});
