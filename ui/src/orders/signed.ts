// A difference of money, with its sign: "+7.00"; of an order with the decimals of its currency.
import { book } from '../api';
import { format } from '../text';

export const signed = (minor: number, digits = book.digits): string =>
  `${minor > 0 ? '+' : ''}${format.money(minor, digits)}`;
