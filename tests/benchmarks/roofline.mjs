// How far each work is from its roof: the speed at which the memory moves its bytes, or the
// processor multiplies. A roof is measured in the same run, by the work whose name starts
// with "copy, " or "product, ".
// `work`: name → { time in ms, bytes, flops }; what a work does not count has no roof. Best
// rounds are compared, since another program that takes a core away lowers the roof, too.
const speed = (amount, milliseconds) => amount / milliseconds / 1e6;  // in 10⁹ a second
const share = (reached, roof) => `${(100 * reached / roof).toFixed(0).padStart(5)} % of the roof`;

function roofed(work, count, mark) {
  const names = [...work.keys()].filter((name) => work.get(name)[count] > 0);
  const roof = names.find((name) => name.startsWith(mark));
  return roof === undefined ? undefined
    : { roof: speed(work.get(roof)[count], work.get(roof).time), names: names.filter((name) => name !== roof) };
}

function memory(work) {
  const found = roofed(work, 'bytes', 'copy, ');
  if (!found) return [];
  const line = (name) => {
    const { time, bytes, flops } = work.get(name);
    return `  ${name.padEnd(24)} ${(bytes / 1e6).toFixed(1).padStart(6)} MB` +
      ` ${speed(bytes, time).toFixed(1).padStart(6)} GB/s ${share(speed(bytes, time), found.roof)}` +
      (flops ? ` ${speed(flops, time).toFixed(1).padStart(6)} Gflop/s` : '');
  };
  return [
    `Roofline: two threads copy at ${found.roof.toFixed(1)} GB/s (read and written); the best round of each`,
    ...found.names.map(line),
  ];
}

function products(work) {
  const found = roofed(work, 'flops', 'product, ');
  if (!found) return [];
  const line = (name) => {
    const { time, flops } = work.get(name);
    return `  ${name.padEnd(24)} ${speed(flops, time).toFixed(1).padStart(6)} Gflop/s` +
      ` ${share(speed(flops, time), found.roof)}`;
  };
  return [
    `Roofline: two threads multiply matrices at ${found.roof.toFixed(1)} Gflop/s; the best round of each`,
    ...found.names.map(line),
  ];
}

export const rooflines = (work) => [...memory(work), ...products(work)];
