/**
 * What Preact can do and nothing of ours asks for, cut out of the bundles that every hovered page loads: taking
 * over markup that a server drew, waiting for promises while drawing, portals, life-cycle methods of classes,
 * effects after paint. Each cut names the very text it takes; where an update has moved it, the build fails, and
 * somebody looks again. docs/adr/0009 says why.
 */
const CORE = [
  // Taking up a drawing that waited for a promise.
  [/128&u\.__u&&\(c=32&u\.__u.*?\|\|l\),(?=\(s=n\.__b\))/, ""],
  [
    /if\(e\.length=v,r\.__v=null,c\|\|o\)if\(t&&t\.then\)\{.*?\}else o&&o\.some\(g\);else /,
    "e.length=v,r.__v=null,",
  ],
  [/t&&t\.then\|\|(?=D\(r\))/, ""],
  [/,p&&p\.some\(g\)/, ""],
  [/function B\(n,t\)\{.*?\}(?=function D)/, ""],
  [/!u&&\(i=t\.__c\)&&\(i=i\.__z\)&&.*?\),(?=u\|\|g\()/, ""],
  [/&&8==t\.nodeType&&!t\.data\.startsWith\("\$s"\)/, "&&8==t.nodeType"],
  // Portals.
  [/M\.__P&&\(s=l,f=.*?:null\),(?=l=I\()/, ""],
  [/M\.__P&&\(r\.__e=null,l=s\),/, ""],
  [/\|\|n\.props\.__P(?=\?null:S\(n\))/, ""],
  [/(?<=&&n\.__c)&&!n\.props\.__P/, ""],
  [/if\(n\.props\.__P\)return t;/, ""],
  [/(?<=typeof t\.type\|\|u)&&!t\.props\.__P/, ""],
  // Life cycles of classes; ours are functions.
  [/C&&\(d\.__s\|\|\(d\.__s=d\.state\),.*?\)\)\),(?=k=d\.props)/, "C&&(d.__s||(d.__s=d.state)),"],
  [/M!==k&&C&&!V\.getDerivedStateFromProps&&.*?\),(?=r\.__v==u\.__v)/, ""],
  [/d\.componentWillUpdate&&.*?(?=\}else C&&)/, ""],
  [/else C&&!V\.getDerivedStateFromProps&&.*?d\.__h\.push\(d\.componentDidMount\);/, ""],
  [/C&&u\.__c&&d\.getSnapshotBeforeUpdate&&.*?\),(?=A=)/, ""],
  // Drawn by a server.
  [/,o\)for\(s=0;s<o\.length;s\+\+\)if\(\(k=o\[s\]\).*?break\}(?=if\(!t\))/, ");"],
  [/,l&&\(n\.__m&&n\.__m\(r,o\),l=!1\),o=null/, ""],
  [/if\(a="template"==C&&t\.content\|\|t,o="textarea"==C.*?k\.value;(?=for\(s in \$\))/, "a=t;"],
  [/o\?o\[0\]:(?=u\.__k&&S\(u,0\))/, ""],
  [/,o&&o\.some\(g\)(?=\),)/, ""],
  // Markup from text.
  [/"dangerouslySetInnerHTML"==s\?y=k:/, ""],
  [/"dangerouslySetInnerHTML"==s\?h=k:/, ""],
  [/h\?\(l\|\|y&&.*?\):\((?=y&&)/, "("],
  [/y&&\(t\.textContent=""\),(?=\("foreign)/, ""],
  // Styles as objects, capturing listeners, old names of SVG, formulas.
  [/if\("style"==t\).*?else (?=if\("o"==t\[0\])/, ""],
  [/(?<=,)f=t!=\(t=t\.replace\(l,"\$1"\)\),/, ""],
  [/t=t\.replace\(\/xlink\(H\|:h\)\/,"h"\)\.replace\(\/sName\$\/,"s"\);/, ";"],
  [/"math"==C\?f="[^"]*":/, ""],
  [/\("foreignObject"==C\|\|.*?"\),(?=I\()/, ""],
  [/32&u\.__u\?\[i\]:null/, "null"],
  [/9==r\.nodeType&&\(r=r\.documentElement\),/, ""],
  [/i\?null:r\.firstChild\?d\.call\(r\.childNodes\):null/, "null"],
  // Defaults of form fields, progress bars; errors by a static method.
  [/\|\|"value"==s&&"defaultValue"in x\|\|"checked"==s&&"defaultChecked"in x/, ""],
  [/"progress"==C&&null==b\?t\.removeAttribute\(s\):/, ""],
  [/b===t\[s\]&&\("progress"!=C\|\|b\)/, "b===t[s]"],
  [/\(e=\(o=i\.constructor\)&&o\.getDerivedStateFromError\)&&.*?,(?=i\.componentDidCatch)/, "e=0,"],
  // Asking a component to draw itself anew from outside.
  [/,x\.prototype\.forceUpdate=function\(n\)\{.*?\}(?=,x\.prototype\.render)/, ""],
  [/,r=function\(n\)\{return null!=n&&n\.constructor===h\}/, ""],
  // Watching from outside: developer tools.
  [/return!o&&n\.vnode&&n\.vnode\(e\),e(?=\})/, "return e"],
  [/n\.vnode&&n\.vnode\(r\),(?=z\()/, ""],
  [/n\.__&&n\.__\(t,r\),/, ""],
];

const HOOKS = [
  // Sparing a drawing that shows the same: ours begin with what changed.
  [
    /if\((f\.t=n),!f\.__c&&\((f\.__=\[.*?\],f\.__c=r),!r\.__f\)\)\{.*?return!i\|\|f\}\}(?=return f\.__)/,
    "$1,f.__c||($2);",
  ],
  // Ids that a server and a page agree on.
  [/a\.__=function\(n,t\)\{.*?\},(?=a\.__r=)/, ""],
  // Making room for whoever came before; nobody does.
  [/,v=a\.__b,l=a\.__r,m=a\.diffed,h=a\.__c,s=a\.unmount,p=a\.__(?=;)/, ""],
  [/,v&&v\(n\)/, ""],
  [/l&&l\(n\),/, ""],
  [/m&&m\(n\);/, ""],
  [/,h&&h\(n,t\)/, ""],
  [/s&&s\(n\);/, ""],
  // Effects after paint; ours run before.
  [/t\.__H\.__h\.length&&B\(c\.push\(t\)\),/, ""],
  [/if\(u\.__P&&u\.__c\)\{.*?\}else (?=C\(u\))/, ""],
  [/u==r\?r\.__h=\[\]:\(.*?\),i\.__h=\[\],/, "u==r&&(r.__h=[]),"],
];

/** @param {string} code of Preact's core or hooks, as published @param {string} path named where a cut misses */
export function leanPreact(code, path) {
  const cuts = path.includes("hooks") ? HOOKS : CORE;
  const lean = cuts.reduce((text, [pattern, instead]) => {
    if (!pattern.test(text)) throw new Error(`${path}: ${pattern} not found`);
    return text.replace(pattern, instead);
  }, code);
  if (lean.includes("innerHTML")) throw new Error(`${path}: innerHTML is still there`);
  return lean;
}
