// The order of pictures in plain values, and a file as text.

/** A picture in its place. */
export interface Placed {
  image: string;
  alt: string;
}

/** The pictures with one of them a place further on or back; at the end it stays. */
export function moved(images: readonly Placed[], image: string, by: 1 | -1): Placed[] {
  const from = images.findIndex((one) => one.image === image);
  const to = from + by;
  const all = [...images];
  const [one] = from < 0 || to < 0 || to >= all.length ? [] : all.splice(from, 1);
  if (one) all.splice(to, 0, one);
  return all;
}

/** The pictures, one of them with other words. */
export const withAlt = (images: readonly Placed[], image: string, alt: string): Placed[] =>
  images.map((one) => (one.image === image ? { ...one, alt } : one));

/** The bytes of a file in base64. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const PART = 32_768;
  let text = '';
  for (let at = 0; at < bytes.length; at += PART) {
    text += String.fromCharCode(...bytes.subarray(at, at + PART));
  }
  return btoa(text);
}
