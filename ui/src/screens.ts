// Which screen answers to a place: "#/orders" is the list, "#/orders/new" the editor,
// "#/orders/<id>" the page of one. The only place that knows all noun folders.
import type { Component } from 'svelte';
import CustomerFormScreen from './customers/CustomerFormScreen.svelte';
import CustomerScreen from './customers/CustomerScreen.svelte';
import CustomersScreen from './customers/CustomersScreen.svelte';
import ImportsScreen from './imports/ImportsScreen.svelte';
import OrderEditorScreen from './orders/OrderEditorScreen.svelte';
import OrderScreen from './orders/OrderScreen.svelte';
import OrdersScreen from './orders/OrdersScreen.svelte';
import ProductFormScreen from './products/ProductFormScreen.svelte';
import ProductScreen from './products/ProductScreen.svelte';
import ProductsScreen from './products/ProductsScreen.svelte';
import ReportsScreen from './reports/ReportsScreen.svelte';
import SettingsScreen from './settings/SettingsScreen.svelte';
import TodayScreen from './today/TodayScreen.svelte';

type Shown = Component<{ id?: string }>;
type Noun = { list: Shown; page: Shown; form: Shown };

const nouns: Record<string, Noun> = {
  orders: { list: OrdersScreen, page: OrderScreen as Shown, form: OrderEditorScreen },
  products: { list: ProductsScreen, page: ProductScreen as Shown, form: ProductFormScreen },
  customers: { list: CustomersScreen, page: CustomerScreen as Shown, form: CustomerFormScreen },
};

const single: Record<string, Shown> = {
  today: TodayScreen, reports: ReportsScreen, imports: ImportsScreen, settings: SettingsScreen,
};

/** A screen, what it is given, and the key that decides whether it is a new one. */
export interface Choice {
  screen: Shown;
  props: { id?: string };
  key: string;
}

/** The screen of a place; an unknown place is Today. */
export function screens(path: readonly string[]): Choice {
  const [first = 'today', id, tail] = path;
  const noun = nouns[first];
  if (!noun) return { screen: single[first] ?? TodayScreen, props: {}, key: first };
  if (id === undefined) return { screen: noun.list, props: {}, key: first };
  if (id === 'new') return { screen: noun.form, props: {}, key: `${first}/new` };
  if (tail === 'edit') return { screen: noun.form, props: { id }, key: `${first}/${id}/edit` };
  return { screen: noun.page, props: { id }, key: `${first}/${id}` };
}
