// The icons: strokes in a box of 16 by 16, drawn by hand; one path each.

export const icons = {
  today: 'M2 8h3l2-5 3 10 2-5h2',
  counter: 'M1.500 2.500h2l2 8h7l1.500-6H4M6.500 13.500h.010M11.500 13.500h.010',
  orders: 'M3 2h10v12l-2-1-2 1-2-1-2 1-2-1zM6 6h4M6 9h4',
  products: 'M8 1.5 14 5v6l-6 3.5L2 11V5zM2 5l6 3.5L14 5M8 8.5V14',
  stock: 'M2 2v12M14 2v12M2 6h12M2 11h12M5 6V3.500h3V6M8 11V8.500h3.500V11',
  customers: 'M6 7a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M1.5 14c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5'
    + 'M11 7a2 2 0 1 0-1-4M12 9.600c1.700.4 2.500 1.700 2.500 4',
  reports: 'M2 2v12h12M5.500 11V8M9 11V5M12.500 11V7',
  imports: 'M8 2v8M4.500 7 8 10.500 11.500 7M2.500 13.500h11',
  settings: 'M8 10.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5M8 1v2M8 13v2M1 8h2M13 8h2'
    + 'M3 3l1.500 1.500M11.500 11.500 13 13M13 3l-1.500 1.500M4.500 11.500 3 13',
  find: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.700 10.700 14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  earlier: 'M10 3 5 8l5 5',
  later: 'M6 3l5 5-5 5',
  down: 'M4 6l4 4 4-4',
  columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
  plus: 'M8 3v10M3 8h10',
  book: 'M3 2.500h9a1 1 0 0 1 1 1v10H4a1 1 0 0 1-1-1zM3 11.500h10M6 5.500h4',
  folder: 'M1.500 4a1 1 0 0 1 1-1h3.500l1.500 2h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1z',
  shop: 'M2 6.500V14h12V6.500M1.500 6.500 3 2h10l1.500 4.500a2.200 2.200 0 0 1-4.300 0 2.200 2.200 0 0 1-4.400 0'
    + ' 2.200 2.200 0 0 1-4.300 0M6.500 14v-4h3v4',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2.500 14c0-3 2.500-4.500 5.500-4.500s5.500 1.500 5.500 4.500',
  menu: 'M2 4h12M2 8h12M2 12h12',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof icons;
