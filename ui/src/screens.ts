// Which screen answers to a place: "#/orders" is the list, "#/orders/new" the editor,
// "#/orders/<id>" the page of one. The only place that knows all noun folders.
import type { Component } from 'svelte';
import CounterScreen from './counter/CounterScreen.svelte';
import CustomerFormScreen from './customers/CustomerFormScreen.svelte';
import CustomerScreen from './customers/CustomerScreen.svelte';
import CustomersScreen from './customers/CustomersScreen.svelte';
import DocumentsScreen from './documents/DocumentsScreen.svelte';
import StatementScreen from './documents/StatementScreen.svelte';
import GiftCardScreen from './gift_cards/GiftCardScreen.svelte';
import GiftCardsScreen from './gift_cards/GiftCardsScreen.svelte';
import ImportsScreen from './imports/ImportsScreen.svelte';
import RecallScreen from './lots/RecallScreen.svelte';
import OrderChangeScreen from './orders/OrderChangeScreen.svelte';
import OrderEditorScreen from './orders/OrderEditorScreen.svelte';
import OrderScreen from './orders/OrderScreen.svelte';
import OrdersScreen from './orders/OrdersScreen.svelte';
import ProductFormScreen from './products/ProductFormScreen.svelte';
import ProductScreen from './products/ProductScreen.svelte';
import ProductsScreen from './products/ProductsScreen.svelte';
import VariantsScreen from './products/VariantsScreen.svelte';
import PriceListFormScreen from './pricing/PriceListFormScreen.svelte';
import PriceListScreen from './pricing/PriceListScreen.svelte';
import PriceListsScreen from './pricing/PriceListsScreen.svelte';
import PromotionFormScreen from './pricing/PromotionFormScreen.svelte';
import PromotionsScreen from './pricing/PromotionsScreen.svelte';
import PurchaseFormScreen from './purchasing/PurchaseFormScreen.svelte';
import PurchasePaperScreen from './purchasing/PurchasePaperScreen.svelte';
import PurchaseScreen from './purchasing/PurchaseScreen.svelte';
import PurchasesScreen from './purchasing/PurchasesScreen.svelte';
import ReceivingScreen from './purchasing/ReceivingScreen.svelte';
import SuggestionsScreen from './purchasing/SuggestionsScreen.svelte';
import SupplierFormScreen from './purchasing/SupplierFormScreen.svelte';
import SupplierScreen from './purchasing/SupplierScreen.svelte';
import SuppliersScreen from './purchasing/SuppliersScreen.svelte';
import ReportsScreen from './reports/ReportsScreen.svelte';
import AdjustmentsScreen from './stock/AdjustmentsScreen.svelte';
import CountScreen from './stock/CountScreen.svelte';
import CountsScreen from './stock/CountsScreen.svelte';
import LocationsScreen from './stock/LocationsScreen.svelte';
import StockScreen from './stock/StockScreen.svelte';
import TransferFormScreen from './stock/TransferFormScreen.svelte';
import TransferScreen from './stock/TransferScreen.svelte';
import TransfersScreen from './stock/TransfersScreen.svelte';
import WhyScreen from './stock/WhyScreen.svelte';
import SettingsScreen from './settings/SettingsScreen.svelte';
import InboxScreen from './today/InboxScreen.svelte';
import TodayScreen from './today/TodayScreen.svelte';

type Shown = Component<{ id?: string }>;
type Noun = { list: Shown; page: Shown; form: Shown };

/** Screens that take no id are given none; Svelte's types of the two do not meet. */
const shown = (screen: unknown): Shown => screen as Shown;
const noun = (list: unknown, page: unknown, form: unknown): Noun =>
  ({ list: shown(list), page: shown(page), form: shown(form) });

const nouns: Record<string, Noun> = {
  orders: noun(OrdersScreen, OrderScreen, OrderEditorScreen),
  products: noun(ProductsScreen, ProductScreen, ProductFormScreen),
  price_lists: noun(PriceListsScreen, PriceListScreen, PriceListFormScreen),
  promotions: noun(PromotionsScreen, PromotionFormScreen, PromotionFormScreen),
  customers: noun(CustomersScreen, CustomerScreen, CustomerFormScreen),
  purchases: noun(PurchasesScreen, PurchaseScreen, PurchaseFormScreen),
  suppliers: noun(SuppliersScreen, SupplierScreen, SupplierFormScreen),
  gift_cards: noun(GiftCardsScreen, GiftCardScreen, GiftCardsScreen),
  stock: noun(StockScreen, WhyScreen, StockScreen),
  lots: noun(ProductsScreen, RecallScreen, ProductsScreen),
  counts: noun(CountsScreen, CountScreen, CountsScreen),
  transfers: noun(TransfersScreen, TransferScreen, TransferFormScreen),
};

const single: Record<string, Shown> = {
  today: shown(TodayScreen), inbox: shown(InboxScreen),
  reports: shown(ReportsScreen), imports: shown(ImportsScreen),
  suggestions: shown(SuggestionsScreen),
  settings: shown(SettingsScreen), counter: shown(CounterScreen),
  adjustments: shown(AdjustmentsScreen), locations: shown(LocationsScreen),
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
  const of = nouns[first];
  if (!of) return { screen: single[first] ?? shown(TodayScreen), props: {}, key: first };
  if (id === undefined) return { screen: of.list, props: {}, key: first };
  if (id === 'new') return { screen: of.form, props: {}, key: `${first}/new` };
  if (tail === 'edit') return { screen: of.form, props: { id }, key: `${first}/${id}/edit` };
  if (tail === 'variants' && first === 'products') {
    return { screen: shown(VariantsScreen), props: { id }, key: `${first}/${id}/variants` };
  }
  if (tail === 'change' && first === 'orders') {
    return { screen: shown(OrderChangeScreen), props: { id }, key: `${first}/${id}/change` };
  }
  if (tail === 'documents' && first === 'orders') {
    return { screen: shown(DocumentsScreen), props: { id }, key: `${first}/${id}/documents` };
  }
  if (tail === 'receive' && first === 'purchases') {
    return { screen: shown(ReceivingScreen), props: { id }, key: `${first}/${id}/receive` };
  }
  if (tail === 'document' && first === 'purchases') {
    return { screen: shown(PurchasePaperScreen), props: { id }, key: `${first}/${id}/document` };
  }
  if (tail === 'statement' && first === 'customers') {
    return { screen: shown(StatementScreen), props: { id }, key: `${first}/${id}/statement` };
  }
  return { screen: of.page, props: { id }, key: `${first}/${id}` };
}
