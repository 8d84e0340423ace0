/** Style of the report: light and dark, readable in print, no external file. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1a1d21, #e6e8ea); --soft: light-dark(#5a6470, #9aa4af);
  --line: light-dark(#d9dee3, #363c43); --paper: light-dark(#fff, #16191d); --bar: light-dark(#3b6fb6, #6ea3e8);
  --error: light-dark(#b3261e, #ff8a80); --warning: light-dark(#8a5a00, #f2b84b); }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
p.sub, td.soft, small { color: var(--soft); }
dl.key { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem; margin: 1.5rem 0; }
dl.key div { border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; }
dl.key dt { color: var(--soft); font-size: .85rem; } dl.key dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; }
.error { color: var(--error); } .warning { color: var(--warning); } a { color: var(--bar); }
svg text { fill: var(--ink); font: 11px system-ui, sans-serif; } svg .step { fill: var(--line); } svg .critical { fill: var(--bar); }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;
