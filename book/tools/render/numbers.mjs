// Numbers as a reader likes them.

// Six significant digits, a true minus sign, powers of ten instead of "e".
export function numberText(value) {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return withMinus(value.toLocaleString('en-US'));
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e7) return withMinus(String(Number(value.toPrecision(6))));
  const [digits, exponent] = value.toExponential(5).split('e');
  return `${withMinus(String(Number(digits)))} × 10<sup>${withMinus(String(Number(exponent)))}</sup>`;
}

const withMinus = text => text.replace('-', '−');

export function boundsText({ low, high }, words) {
  if (low === high) return `${words.exactly} ${numberText(low)}`;
  if (low === -Infinity) return `${words.atMost} ${numberText(high)}`;
  if (high === Infinity) return `${words.atLeast} ${numberText(low)}`;
  return `${words.from} ${numberText(low)} ${words.to} ${numberText(high)}`;
}
