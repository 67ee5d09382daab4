/** The pages' whole style: the product's colours, one column, both themes. */
export const STYLE = `
:root{color-scheme:light dark;--canvas:light-dark(#f5f6f4,#121614);--surface:light-dark(#fff,#1a201d);--text:light-dark(#1b2421,#e8edea);--muted:light-dark(#56625d,#a2afa9);--line:light-dark(#dde2de,#2e3733);--strong:light-dark(#87918c,#6f7d77);--accent:light-dark(#0f5e52,#6fc9b5);--on:light-dark(#fff,#06231d);--bad:light-dark(#a52822,#f39a90);--badsoft:light-dark(#fbe6e3,#432320);--soft:light-dark(#e0efeb,#1d3a34)}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
header,main,footer{max-width:46rem;margin:0 auto;padding:1rem}
header{display:flex;gap:1rem;align-items:center;justify-content:space-between;border-bottom:1px solid var(--line)}
header p{margin:0;font-weight:650}
footer{color:var(--muted);font-size:.875rem}
h1{font-size:1.5rem;line-height:1.25;margin:1rem 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.125rem;margin:0 0 .25rem}
p{margin:.25rem 0 .75rem}
.muted{color:var(--muted)}
ul{list-style:none;margin:1rem 0;padding:0;display:grid;gap:.75rem}
section,li{background:var(--surface);border:1px solid var(--line);border-radius:.625rem;padding:1rem}
section{margin:1rem 0}
a{color:var(--accent);text-underline-offset:.2em}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
label.box{display:flex;gap:.5rem;font-weight:400;align-items:start}
label.box input{width:1.25rem;height:1.25rem;flex:none;margin-top:.125rem;accent-color:var(--accent)}
input[type=text],textarea{width:100%;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--strong);border-radius:.375rem;padding:.625rem .75rem}
input.code{max-width:12rem;font-size:1.5rem;letter-spacing:.25em;font-variant-numeric:tabular-nums}
button,.button{display:inline-block;font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border-radius:.375rem;border:1px solid var(--accent);background:var(--accent);color:var(--on);cursor:pointer;text-decoration:none}
button.plain{background:none;color:var(--accent);border-color:var(--strong)}
button.link{background:none;border:0;color:var(--accent);text-decoration:underline;padding:.5rem 0;font-weight:400}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.alert{background:var(--badsoft);color:var(--bad);border-radius:.375rem;padding:.75rem;font-weight:600}
.chip{display:inline-block;background:var(--soft);border-radius:1rem;padding:.125rem .625rem;font-size:.875rem;font-weight:600;margin:0}
iframe{width:100%;height:min(70vh,40rem);border:1px solid var(--line);border-radius:.375rem;background:#fff}
`;
