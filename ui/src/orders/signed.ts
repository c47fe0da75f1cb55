// A difference of money, with its sign: "+7.00".
import { book } from '../api';
import { format } from '../text';

export const signed = (minor: number): string =>
  `${minor > 0 ? '+' : ''}${format.money(minor, book.digits)}`;
