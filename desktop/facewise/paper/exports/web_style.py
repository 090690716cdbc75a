"""How a web page looks: on a phone first, in light and dark, on paper in black."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #14181d; --soft: #3d4751; --ground: #fff; --line: #8a949e;
  --accent: #0b4f8a; --band: #eef3f7; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f4; --soft: #c3ccd5; --ground: #14181d;
  --line: #6b7681; --accent: #8fc4f5; --band: #1f262d; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 16px 32px; max-width: 46rem; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.65 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
  "Noto Sans SC", sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.languages { position: sticky; top: 0; margin: 0 -16px; padding: 4px 16px; background: var(--ground);
  border-bottom: 1px solid var(--line); }
.languages ul { display: flex; gap: 8px; margin: 0; padding: 0; list-style: none; }
.languages a { display: inline-block; min-width: 44px; padding: 8px 12px; }
article { scroll-margin-top: 64px; padding-top: 8px; }
article + article { margin-top: 40px; border-top: 4px solid var(--accent); }
section { scroll-margin-top: 64px; }
h1 { margin: 16px 0 8px; font-size: 1.625rem; line-height: 1.3; }
h2 { margin: 32px 0 8px; font-size: 1.25rem; line-height: 1.4; }
h3, h4, h5, h6 { margin: 24px 0 8px; font-size: 1.0625rem; line-height: 1.4; }
p { margin: 8px 0; }
.business { font-weight: 600; }
.lead, .small, footer, figcaption { color: var(--soft); }
.sample { padding: 8px 12px; border: 2px solid currentcolor; }
ul, ol { margin: 8px 0; padding-left: 1.5em; }
li { margin: 4px 0; }
dl { margin: 8px 0; }
dl > div { padding: 8px 0; border-top: 1px solid var(--line); }
dl > div:last-child { border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0; }
dd p { margin: 0; }
.blank { color: var(--soft); border-bottom: 1px dashed var(--line); }
.ways, .boxes { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; list-style: none; }
.ways li { padding: 8px 16px; border: 2px solid var(--ink); border-radius: 6px; font-weight: 600; }
.boxes li { min-width: 8em; }
.framed { padding: 8px 16px; border: 2px solid var(--ink); }
.slip { margin-top: 24px; padding-top: 16px; border-top: 2px dashed var(--line); }
.seal { min-height: 6em; padding: 8px; border: 1px solid var(--line); }
.code { width: 160px; background: #fff; }
.code svg { display: block; width: 100%; height: auto; }
figure { margin: 16px 0; }
blockquote { margin: 16px 0; padding: 0 0 0 16px; border-left: 3px solid var(--line); }
table { width: 100%; margin: 8px 0; border-collapse: collapse; }
th, td { padding: 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--band); }
.head { display: none; }
footer { margin-top: 32px; font-size: 0.9375rem; border-top: 1px solid var(--line); }
blockquote footer { margin-top: 0; border: 0; }
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td, tbody th { display: block; }
  tr { margin: 8px 0; border: 1px solid var(--line); }
  td, tbody th { border: 0; padding: 4px 8px; }
  .head { display: block; font-weight: 600; }
}
@media (min-width: 40.0625rem) {
  dl > div { display: grid; grid-template-columns: 11em 1fr; gap: 16px; }
}
@supports selector(:has(a)) {
  body:has(#zh:target, #zh :target) #en, body:has(#en:target, #en :target) #zh { display: none; }
}
@media print {
  :root { --ink: #000; --soft: #222; --ground: #fff; --line: #666; --accent: #000; --band: #eee; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .languages { display: none; }
  article + article { break-before: page; border: 0; }
  h1, h2, h3 { break-after: avoid; }
  dl > div, tr, li { break-inside: avoid; }
}
"""
