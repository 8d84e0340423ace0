const lineHeight = 17;
const characterWidth = 8.2;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text of a terminal as a picture (SVG), readable on light and dark pages. */
export function terminalPicture(title: string, text: string): string {
  const lines = text.trimEnd().split("\n");
  const width = Math.ceil(Math.max(...lines.map((line) => [...line].length), 60) * characterWidth) + 40;
  const height = lines.length * lineHeight + 56;
  const body = lines.map(
    (line, row) =>
      `<text x="20" y="${48 + row * lineHeight}" xml:space="preserve"${/^\S/.test(line) ? ' class="head"' : ""}>${escaped(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>rect{fill:#15191e}text{fill:#d5dae0;font:13.5px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}.head{fill:#8fc1ff;font-weight:600}.title{fill:#7d8894}</style>
<rect width="${width}" height="${height}" rx="8"/>
<text class="title" x="20" y="24">${escaped(title)}</text>
${body.join("\n")}
</svg>
`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
