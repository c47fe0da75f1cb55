// Where we are: the hash of the address, so that back and forward work and a place can be kept.
// "#/orders/0193…?text=haddad" is the path ["orders", "0193…"] with a query.

function parse(hash: string): { path: string[]; query: URLSearchParams } {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    path: path.split('/').filter(Boolean).map(decodeURIComponent),
    query: new URLSearchParams(query),
  };
}

/** The address of a place, for links. */
export function addressOf(path: readonly string[], query?: URLSearchParams): string {
  const tail = query && [...query].length > 0 ? `?${query}` : '';
  return `#/${path.map(encodeURIComponent).join('/')}${tail}`;
}

class Place {
  #hash = $state(globalThis.location?.hash ?? '');
  readonly #parsed = $derived(parse(this.#hash));

  get path(): string[] {
    return this.#parsed.path;
  }

  get query(): URLSearchParams {
    return this.#parsed.query;
  }

  /** The first word of the path: which screen. */
  get screen(): string {
    return this.path[0] ?? 'today';
  }

  /** Starts to follow the address. */
  listen(): void {
    const follow = () => (this.#hash = location.hash);
    window.addEventListener('hashchange', follow);
    follow();
  }

  go(path: readonly string[], query?: URLSearchParams): void {
    location.hash = addressOf(path, query);
    this.#hash = location.hash;
  }

  /** Goes without leaving a step behind for "back". */
  replace(path: readonly string[], query?: URLSearchParams): void {
    history.replaceState(null, '', addressOf(path, query));
    this.#hash = location.hash;
  }
}

export const place = new Place();
