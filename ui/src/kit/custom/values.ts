// What records hold of custom fields, and what is said of them.
import type { ProductPatch, ProductRow } from '../../api';

/** What is filled in, by the keys of the fields. */
export type CustomValues = ProductRow['custom'];

/** What is filled in anew; null empties a field. */
export type CustomSaid = NonNullable<ProductPatch['custom']>;
