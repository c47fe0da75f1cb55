// Files dropped on the window: who shows something that they belong to may take them first.

/** Takes files, or leaves them to others. */
export type Take = (paths: string[]) => boolean;

const takers: Take[] = [];

/** Takes files from now on, before those who asked earlier; until it is stopped. */
export function onDropped(take: Take): () => void {
  takers.push(take);
  return () => void takers.splice(takers.indexOf(take), 1);
}

/** Whether somebody took the files. */
export const areTaken: Take = (paths) => takers.toReversed().some((take) => take(paths));
