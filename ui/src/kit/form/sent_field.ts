// Where a refusal of sent lines stands on the screen.

/** The field that a refusal of sent lines is about, where the lines stand in the dialog. */
export function fieldShown(field: string, sent: readonly unknown[], shown: readonly unknown[]) {
  const [, index = '', rest = ''] = /^lines\.(\d+)\.(.+)$/.exec(field) ?? [];
  const at = shown.indexOf(sent[Number(index)]);
  return index && at >= 0 ? `lines.${at}.${rest}` : field;
}
