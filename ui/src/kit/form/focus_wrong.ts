// After a refusal the first field that it is about has the focus.

/** Goes to the first field that is wrong, if any is. */
export const focusWrong = (within?: ParentNode | null): void =>
  within?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
