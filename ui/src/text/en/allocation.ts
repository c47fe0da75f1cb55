// English: goods that are set aside for orders.

export const allocation = {
  policy: 'Goods are set aside for an order',
  hint: 'What is not set aside waits, and is allocated when there are goods',
  policies: {
    ordered: 'with placing, all that it asks for',
    available: 'with placing, as much as is free',
    by_hand: 'by hand',
  } as Record<string, string>,
  done: (number: string) => `Goods set aside for ${number}`,
};
