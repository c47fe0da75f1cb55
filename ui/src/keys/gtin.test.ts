import { expect, it } from 'vitest';
import { isGtin } from './gtin';

it.each(['96385074', '036000291452', '4006381333931', '10614141000415'])('%s is one', (code) => {
  expect(isGtin(code)).toBe(true);
});

it.each([
  ['a wrong check digit', '4006381333932'], ['two digits swapped', '4006381339331'],
  ['too short', '06381333931'], ['letters', '40063813X3931'], ['nothing', ''],
])('%s is none', (_, code) => {
  expect(isGtin(code)).toBe(false);
});
