// Reads Doxygen's tag file: the names of our code, and where each is documented.
import { unescapeHtml } from '../html.mjs';

// Returns { names, nameAt(href), doxygenVersion }: names holds all names, qualified and not.
export function readTags(xml) {
  const places = new Map();
  const names = new Set();
  for (const [, kind, body] of xml.matchAll(/<compound kind="(\w+)"[^>]*>([\s\S]*?)<\/compound>/g)) {
    if (!['class', 'struct', 'namespace'].includes(kind)) continue;
    const scope = element(body, 'name');
    places.set(element(body, 'filename'), scope);
    names.add(scope).add(scope.split('::').at(-1));
    for (const [, member] of body.matchAll(/<member [^>]*>([\s\S]*?)<\/member>/g)) {
      const name = element(member, 'name');
      const call = element(member, 'arglist').startsWith('(') ? '()' : '';
      places.set(`${element(member, 'anchorfile')}#${element(member, 'anchor')}`, `${scope}::${name}${call}`);
      names.add(name).add(`${scope}::${name}`);
    }
  }
  return {
    names,
    nameAt: href => places.get(href) ?? href,
    doxygenVersion: /doxygen_version="([^"]+)"/.exec(xml)?.[1] ?? '',
  };
}

const element = (xml, name) =>
  unescapeHtml(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? '');
