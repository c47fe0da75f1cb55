// Turns the text of a drawing into elements, keeping only what draws.

const drawn = new Set([
  'svg', 'g', 'defs', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline',
  'polygon', 'text', 'tspan', 'clippath', 'lineargradient', 'radialgradient', 'stop', 'metadata',
]);

function harmless(attribute: Attr): boolean {
  const name = attribute.name.toLowerCase();
  if (name.startsWith('on') || name === 'style') return false;
  const points = name === 'href' || name.endsWith(':href');
  return !points || attribute.value.startsWith('#');
}

function clean(element: Element): void {
  for (const attribute of [...element.attributes]) {
    if (!harmless(attribute)) element.removeAttributeNode(attribute);
  }
  for (const child of [...element.children]) {
    if (drawn.has(child.localName.toLowerCase())) clean(child);
    else child.remove();
  }
}

/** The drawing as an element of this document. Throws when the text is no SVG. */
export function parseSvg(text: string): SVGElement {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') throw new Error('not an SVG drawing');
  clean(root);
  root.setAttribute('aria-hidden', 'true');
  return document.importNode(root, true) as unknown as SVGElement;
}
